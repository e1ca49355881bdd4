import type { PreviewTexts } from '../../../webview/messages.js';

interface PageParts {
  /** Addresses that the page may load. */
  readonly script: string;
  readonly styleSheet: string;
  /** Where pictures may come from. */
  readonly imageSource: string;
  readonly nonce: string;
  readonly language: string;
  readonly texts: PreviewTexts;
}

/**
 * The page of the preview. It runs one script, loads one style sheet and shows pictures of the
 * report's folder; it reaches no network.
 */
export function previewPage({ script, styleSheet, imageSource, nonce, language, texts }: PageParts): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    `img-src ${imageSource}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" nonce="${nonce}" href="${escaped(styleSheet)}">
</head>
<body data-texts="${escaped(JSON.stringify(texts))}">
<script nonce="${nonce}" src="${escaped(script)}"></script>
</body>
</html>`;
}

/** A fresh secret for one page. */
export function newNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

import type { Language } from '@jixiao/core';
import { isLibraryFile, libraryTexts } from '@jixiao/language';
import type { ServerContext } from '../context.js';
import { pageOf } from '../pages/pages.js';
import { contentRequest, PAGES_SCHEME } from '../protocol.js';
import { schemeOf } from '../workspace/file-names.js';
import { handler } from './handler.js';

/** Texts that lie in no file: the standard library and the pages that explain findings. */
export const content = handler(contentRequest, ({ uri }, context) => contentOf(uri, context));

/** The text of such a document; null if there is none of that name. */
export function contentOf(uri: string, { workspace, configuration }: ServerContext): { text: string } | null {
  const name = workspace.names.of(uri);
  const text = isLibraryFile(name) ? libraryTexts().get(name) : pageText(name, configuration.language);
  return text === undefined ? null : { text };
}

function pageText(name: string, language: Language): string | undefined {
  if (schemeOf(name) !== PAGES_SCHEME) return undefined;
  const code = name.slice(PAGES_SCHEME.length + 1).replace(/^\/|\.md$/g, '');
  return pageOf(code, language);
}

import type { FromPreview, PreviewState } from './messages.js';

const api = acquireVsCodeApi<PreviewState>();

/** Tells the extension. */
export function tell(message: FromPreview): void {
  api.postMessage(message);
}

/** What the page kept of its last visit. */
export function keptState(): PreviewState | undefined {
  return api.getState();
}

/** Keeps what the next visit needs, over a reload of the window too. */
export function keep(change: Partial<PreviewState>): void {
  const { uri = '', report = '', ...rest } = api.getState() ?? {};
  api.setState({ uri, report, ...rest, ...change });
}

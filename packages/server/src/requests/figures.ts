import { figureTree } from '../figures/tree.js';
import { figuresRequest } from '../protocol.js';
import { handler } from './handler.js';

/** The tree of figures of a file. */
export const figures = handler(figuresRequest, async ({ uri }, { workspace, configuration }) => {
  const file = workspace.names.of(uri);
  await workspace.pendingFor(file);
  if (!workspace.has(file)) return [];
  const analysis = workspace.analysisOf(file);
  return figureTree(analysis.evaluated(file), analysis.findings(file), configuration.current);
});

import { callHierarchy } from './call-hierarchy.js';
import { codeActions } from './code-actions.js';
import { completion } from './completion.js';
import { definitions } from './definition.js';
import { documentLinks } from './document-links.js';
import { documentSymbols } from './document-symbols.js';
import type { Feature } from './feature.js';
import { formatting } from './formatting.js';
import { hover } from './hover.js';
import { inlayHints } from './inlay-hints.js';
import { movedFiles } from './moved-files.js';
import { references } from './references.js';
import { rename } from './rename.js';
import { semanticTokens } from './semantic-tokens.js';
import { signatureHelp } from './signature-help.js';
import { structure } from './structure.js';
import { textContent } from './text-content.js';
import { workspaceSymbols } from './workspace-symbols.js';

/** Every feature; adding one here both announces and answers it. */
export const FEATURES: readonly Feature[] = [
  completion,
  hover,
  signatureHelp,
  inlayHints,
  semanticTokens,
  codeActions,
  definitions,
  references,
  rename,
  movedFiles,
  callHierarchy,
  documentSymbols,
  workspaceSymbols,
  documentLinks,
  structure,
  formatting,
  textContent,
];

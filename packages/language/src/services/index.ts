export {
  CODE_ACTION_KINDS,
  type CodeActionOptions,
  type CodeActionRequest,
  codeActions,
  FIX_ALL,
  RECALCULATE,
  resolveCodeAction,
} from './code-actions/code-actions.js';
export { FIXABLE_CODES } from './code-actions/fix-table.js';
export { COMPLETION_TRIGGERS, type CompletionOptions, complete } from './completion/complete.js';
export { format, formatRange, formatText, formattedText, unformattedDeclarations } from './formatting/format.js';
export { FORMAT_TRIGGERS, formatOnType } from './formatting/on-type.js';
export { type FormatOptions, LINE_WIDTH } from './formatting/options.js';
export type { PageOf } from './hover/code-hover.js';
export { hover } from './hover/hover.js';
export { HINT_KINDS, type HintKind } from './inlay-hints/hint.js';
export { inlayHints } from './inlay-hints/inlay-hints.js';
export { incomingCalls, outgoingCalls, prepareCallHierarchy } from './navigation/call-hierarchy.js';
export { declaration, definition } from './navigation/definition.js';
export { documentLinks } from './navigation/document-links.js';
export { documentHighlights, references } from './navigation/references.js';
export { type LibraryChoice, outlineChoices, rubricChoices } from './new-report/choices.js';
export { type NewReport, newReportText } from './new-report/report-skeleton.js';
export { type NextYearReport, nextYearReport } from './next-year/next-year.js';
export { type PastedRows, pasteRows } from './paste/paste-rows.js';
export { prepareRename, type RenamePreparation, type RenameResult, rename } from './rename/rename.js';
export { SEMANTIC_TOKENS_LEGEND, TOKEN_MODIFIERS, TOKEN_TYPES } from './semantic-tokens/legend.js';
export { semanticTokens } from './semantic-tokens/semantic-tokens.js';
export { SIGNATURE_TRIGGERS, signatureHelp } from './signature-help/signature-help.js';
export { foldingRanges } from './structure/folding-ranges.js';
export { selectionRanges } from './structure/selection-ranges.js';
export { documentSymbols } from './symbols/document-symbols.js';
export { workspaceSymbols } from './symbols/workspace-symbols.js';

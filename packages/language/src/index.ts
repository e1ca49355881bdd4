export { type AllowedFinding, type Analysis, analyse, type EvaluatedFile } from './evaluation/analysis.js';
export type { Link } from './evaluation/context.js';
export type { Evaluation } from './evaluation/evaluation.js';
export { type PerfFunction, signature } from './evaluation/functions/function.js';
export { FUNCTIONS, functionOf } from './evaluation/functions/registry.js';
export {
  type LoadResult,
  loadSources,
  type ReadResult,
  type SourceHost,
  type UnreadableFile,
} from './evaluation/load.js';
export { type ImportTarget, importsOf, type ResolveImport, SourceSet } from './evaluation/source-set.js';
export { similarWords } from './evaluation/suggestions.js';
export { definitionsOf, type PerfSymbol, type SymbolKind } from './evaluation/symbols.js';
export { ALLOW, canonicalKeyword, KEYWORDS, type Keyword, keywordOf } from './grammar/keywords.js';
export { isLibraryFile, libraryFileName, libraryFiles, libraryTexts } from './library/library.js';
export { type Cursor, cursorAt, offsetIn, pieceAt } from './services/cursor.js';
export { isSameSymbol, type Occurrence, occurrenceAt, occurrencesIn } from './services/occurrences.js';
export type { Allowance } from './syntax/allowances.js';
export { type ParsedPiece, readSource, type SourceFile } from './syntax/source-file.js';

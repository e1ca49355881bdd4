import type { Language } from '@jixiao/core';
import type { CodeAction, CodeActionKind, Diagnostic, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Analysis } from '../../evaluation/analysis.js';
import { isLibraryFile } from '../../library/library.js';
import { byFile, type Change, textEditsOf } from '../changes/changes.js';
import { tidied } from '../changes/tidying.js';
import { refactoringProposals } from '../refactorings/refactorings.js';
import { editOf } from './edit.js';
import { type Extent, splicesForAll } from './fix-all.js';
import { type Proposal, quickFixes } from './proposals.js';
import { punctuationProposals } from './punctuation.js';

/** Puts right what is safe; editors run it on saving. */
export const FIX_ALL = 'source.fixAll.jixiao';
/** Puts totals, scores and grades to what the rules compute; only ever run by hand. */
export const RECALCULATE = 'source.recalculate.jixiao';

/** The kinds of code actions that there are. */
export const CODE_ACTION_KINDS: readonly CodeActionKind[] = [
  'quickfix',
  'refactor.extract',
  'refactor.inline',
  'refactor.rewrite',
  FIX_ALL,
  RECALCULATE,
];

export interface CodeActionRequest {
  readonly file: string;
  readonly range: Range;
  /** What the editor shows there; a fix names the one that it puts right. */
  readonly diagnostics?: readonly Diagnostic[];
  /** Only these kinds, and those below them. */
  readonly only?: readonly CodeActionKind[];
}

export interface CodeActionOptions {
  /** The editor asks for the edit of an action when it is chosen; until then it is not worked out. */
  readonly resolves?: boolean;
  /** The editor can select what is still to be written. */
  readonly snippets?: boolean;
}

/** With what an action comes back when its edit is wanted. */
interface ActionData {
  readonly file: string;
  readonly range: Range;
  readonly key: string;
}

/** Everything that can be done at a range: fixes, refactorings, and, when asked for, whole-file actions. */
export function codeActions(
  analysis: Analysis,
  request: CodeActionRequest,
  language: Language,
  options: CodeActionOptions = {},
): CodeAction[] {
  if (isLibraryFile(request.file) || !analysis.sources.files.has(request.file)) return [];
  const proposals = proposalsFor(analysis, request).filter(({ kind }) => isWanted(kind, request.only));
  const actions = proposals.map((proposal) => actionOf(proposal, analysis, request, language, options));
  return [...actions, ...sourceActions(analysis, request, language)];
}

/** An action with its edit worked out; without one where the text has changed so that nothing is left to do. */
export function resolveCodeAction(analysis: Analysis, action: CodeAction, options: CodeActionOptions = {}): CodeAction {
  const data = action.data as ActionData | undefined;
  if (action.edit || !data) return action;
  const { file, range, key } = data;
  const proposals = proposalsFor(analysis, {
    file,
    range,
    ...(action.diagnostics && { diagnostics: action.diagnostics }),
  });
  const proposal = proposals.find((candidate) => candidate.key === key);
  return proposal ? { ...action, edit: workedOut(proposal, analysis, options) } : action;
}

function proposalsFor(analysis: Analysis, { file, range, diagnostics }: CodeActionRequest): Proposal[] {
  return [
    ...quickFixes(analysis, file, range, diagnostics),
    ...punctuationProposals(analysis, file, range),
    ...refactoringProposals(analysis, file, range),
  ];
}

function isWanted(kind: CodeActionKind, only: readonly CodeActionKind[] | undefined): boolean {
  return only === undefined || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
}

function actionOf(
  proposal: Proposal,
  analysis: Analysis,
  { file, range }: CodeActionRequest,
  language: Language,
  options: CodeActionOptions,
): CodeAction {
  const { title, kind, key, preferred, diagnostics } = proposal;
  const data: ActionData = { file, range, key };
  return {
    title: title[language],
    kind,
    ...(preferred && { isPreferred: true }),
    ...(diagnostics && { diagnostics: [...diagnostics] }),
    ...(options.resolves ? { data } : { edit: workedOut(proposal, analysis, options) }),
  };
}

function workedOut(proposal: Proposal, analysis: Analysis, options: CodeActionOptions): WorkspaceEdit {
  const changes = proposal.changes().filter(({ span }) => !isLibraryFile(span.anchor.file));
  const tidy: Change[] = [...byFile(changes)].flatMap(([file, list]) => tidied(list, analysis.sources.piecesOf(file)));
  return editOf(tidy, options.snippets === true);
}

const WHOLE_FILE: readonly {
  readonly kind: CodeActionKind;
  readonly extent: Extent;
  readonly title: Record<Language, string>;
}[] = [
  {
    kind: FIX_ALL,
    extent: 'safe',
    title: { zh: '改正全部可自动改正的问题', en: 'Fix everything that can be fixed safely' },
  },
  {
    kind: RECALCULATE,
    extent: 'recalculates',
    title: { zh: '合计、得分、等级全部改为计算结果', en: 'Set all totals, scores and grades to what is computed' },
  },
];

/** Whole-file actions are offered only where an editor asks for them: they take the whole file to work out. */
function sourceActions(analysis: Analysis, { file, only }: CodeActionRequest, language: Language): CodeAction[] {
  const text = analysis.sources.files.get(file)?.text ?? '';
  return WHOLE_FILE.flatMap(({ kind, extent, title }): CodeAction[] => {
    if (only === undefined || !isWanted(kind, only)) return [];
    const edits = textEditsOf(splicesForAll(analysis, file, extent), text);
    if (edits.length === 0) return [];
    return [{ title: title[language], kind, edit: { changes: Object.fromEntries([[file, edits]]) } }];
  });
}

import type { Range } from 'vscode-languageserver-types';
import type { Analysis } from '../../evaluation/analysis.js';
import type { Proposal } from '../code-actions/proposals.js';

/** What can be rewritten at a range without changing what the report says. */
export function refactoringProposals(_analysis: Analysis, _file: string, _range: Range): Proposal[] {
  return [];
}

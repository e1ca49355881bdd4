import type { Range } from 'vscode-languageserver-types';
import type { Analysis } from '../../evaluation/analysis.js';
import type { Proposal } from '../code-actions/proposals.js';
import { conversions } from './convert-money.js';
import { cursorSite } from './cursor-site.js';
import { extractions } from './extract-figure.js';
import { inlinings } from './inline-figure.js';
import { respellings } from './keyword-spelling.js';

/** What can be rewritten at a range without changing what the report says. */
export function refactoringProposals(analysis: Analysis, file: string, range: Range): Proposal[] {
  const site = cursorSite(analysis, file, range);
  if (!site) return [];
  return [...extractions(site), ...inlinings(site), ...conversions(site), ...respellings(site)];
}

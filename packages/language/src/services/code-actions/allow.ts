import type { Change } from '../changes/changes.js';
import type { Fix } from './fix.js';
import type { FixSite } from './fix-site.js';
import { PLACEHOLDER } from './fixes/notes.js';

/** Text that cannot be read is not made right by allowing it, nor is an allowance by another one. */
const NEVER_ALLOWED = /^(?:syntax|allow)\//;

/** Allows a finding with a reason, in a comment of its own above the line. */
export function allowing(site: FixSite): Fix[] {
  const { code, at } = site.finding;
  if (NEVER_ALLOWED.test(code)) return [];
  const { line } = at.start;
  const comment = `// ${site.allow} ${code}: ${PLACEHOLDER}`;
  const change: Change = site.insert(
    { line, character: 0 },
    `${site.indentOf(line)}${comment}${site.newline}`,
    PLACEHOLDER,
  );
  return [{ title: { zh: `允许“${code}”，说明理由`, en: `Allow “${code}” and give a reason` }, changes: [change] }];
}

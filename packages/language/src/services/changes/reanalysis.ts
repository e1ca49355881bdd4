import { type Analysis, analyse } from '../../evaluation/analysis.js';
import { readSource, type SourceFile } from '../../syntax/source-file.js';
import { WORK } from '../work.js';
import { byFile, type Change, changedText } from './changes.js';

/** What the files would say after changes. The present analysis stays as it is. */
export function analysisAfter(analysis: Analysis, changes: readonly Change[]): Analysis {
  const changed = new Map<string, SourceFile>();
  WORK.rereadings += byFile(changes).size;
  for (const [file, list] of byFile(changes)) {
    const source = analysis.sources.files.get(file);
    if (source) changed.set(file, readSource(file, changedText(source.text, list)));
  }
  return analyse(analysis.sources.withFiles(changed));
}

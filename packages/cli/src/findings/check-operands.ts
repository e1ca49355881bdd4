import { filesOf, unusableFolders } from '../files/perf-files.js';
import { DiskHost } from '../files/source-host.js';
import { shownPath, Workspace } from '../files/workspace.js';
import type { Speaker } from '../terminal.js';
import { type Checked, checkFiles } from './check-files.js';
import { unreadableSentence } from './unreadable.js';

/**
 * Checks what the operands of a verb stand for, and says which files and folders cannot be used: they do not keep the
 * others from being checked.
 */
export async function checkOperands(
  operands: readonly string[],
  speaker: Speaker,
): Promise<{ checked: Checked; textOf: (file: string) => string }> {
  const { cwd } = speaker.terminal;
  const found = await Promise.all(operands.map((operand) => filesOf(operand, cwd)));
  const folders = found.flatMap(({ folder }) => folder ?? []);
  const files = found.flatMap((operand) => operand.files);
  const checked = await checkFiles(files, new DiskHost(new Workspace(folders)));
  const unusable = unusableFolders(found);
  for (const { sentence } of unusable) speaker.warn(sentence);
  for (const { file, ...cause } of checked.unreadable) {
    const written = found.find((operand) => operand.folder === undefined && operand.files.includes(file))?.written;
    speaker.warn(unreadableSentence(written ?? shownPath(file, cwd), cause));
  }
  const unreadable = [
    ...unusable.map(({ folder, why }) => ({ file: folder, missing: false, why })),
    ...checked.unreadable,
  ];
  return {
    checked: { ...checked, unreadable },
    textOf: (file) => checked.analysis?.sources.files.get(file)?.text ?? '',
  };
}

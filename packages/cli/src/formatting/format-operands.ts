import { open } from 'node:fs/promises';
import { LARGEST_SOURCE } from '@jixiao/core';
import { EXIT, type ExitCode, worse } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { filesOf, unusableFolders } from '../files/perf-files.js';
import { DiskHost } from '../files/source-host.js';
import { decode } from '../files/text-file.js';
import { shownPath, Workspace } from '../files/workspace.js';
import { replaceFile } from '../files/write-file.js';
import { unreadableSentence } from '../findings/unreadable.js';
import type { Speaker } from '../terminal.js';
import { type Formatted, formatFile, type Keywords } from './format-file.js';

export interface FormatSettings {
  /** Changes nothing; files that would change are the outcome. */
  readonly check: boolean;
  readonly keywords: Keywords;
}

const STANDARD_INPUT = '-';
const BYTE_ORDER_MARK = Buffer.from('\uFEFF');

/**
 * Formats what the operands stand for; a file or folder that cannot be used does not keep the others
 * from being formatted. Prints the files that changed, or would change.
 */
export async function formatOperands(
  operands: readonly string[],
  settings: FormatSettings,
  speaker: Speaker,
): Promise<ExitCode> {
  const { cwd } = speaker.terminal;
  const found = await Promise.all(
    operands.filter((operand) => operand !== STANDARD_INPUT).map((operand) => filesOf(operand, cwd)),
  );
  const unusable = unusableFolders(found);
  for (const { sentence } of unusable) speaker.warn(sentence);
  let code: ExitCode = unusable.length > 0 ? EXIT.unusable : EXIT.clean;
  if (operands.includes(STANDARD_INPUT)) code = worse(code, await formatInput(settings, speaker));
  const host = new DiskHost(new Workspace(found.flatMap(({ folder }) => folder ?? [])));
  for (const file of new Set(found.flatMap(({ files }) => files))) {
    code = worse(code, await formatOnDisk(file, settings, host, speaker));
  }
  return code;
}

async function formatOnDisk(
  file: string,
  { check, keywords }: FormatSettings,
  host: DiskHost,
  speaker: Speaker,
): Promise<ExitCode> {
  const shown = shownPath(file, speaker.terminal.cwd);
  const result = await formatFile(file, keywords, host);
  if (!result.ok) {
    speaker.warn(unreadableSentence(shown, result));
    return EXIT.unusable;
  }
  tellUnreadable(shown, result, speaker);
  if (result.after === result.before) return EXIT.clean;
  try {
    if (!check) await replaceFile(file, await withMark(file, result.after), shown);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    speaker.warn(error.sentence);
    return error.exitCode;
  }
  speaker.terminal.out(`${shown}\n`);
  return check ? EXIT.findings : EXIT.clean;
}

async function formatInput({ check, keywords }: FormatSettings, speaker: Speaker): Promise<ExitCode> {
  const bytes = await speaker.terminal.input(LARGEST_SOURCE);
  const result = await formatFile(STANDARD_INPUT, keywords, { read: () => decode(bytes), resolve: () => undefined });
  if (!result.ok) {
    speaker.warn(unreadableSentence(STANDARD_INPUT, result));
    return EXIT.unusable;
  }
  tellUnreadable(STANDARD_INPUT, result, speaker);
  const changed = result.after !== result.before;
  if (check && changed) speaker.terminal.out(`${STANDARD_INPUT}\n`);
  if (!check) speaker.terminal.out(beginsWithMark(bytes) ? `\uFEFF${result.after}` : result.after);
  return check && changed ? EXIT.findings : EXIT.clean;
}

function tellUnreadable(shown: string, { unreadable }: Formatted, speaker: Speaker): void {
  if (unreadable.length === 0) return;
  const lines = unreadable.slice(0, 5).join('、');
  const more = unreadable.length > 5;
  speaker.warn({
    zh: `“${shown}”第 ${lines} 行${more ? '等处' : ''}的声明有语法错误，保持原样。`,
    en: `“${shown}”: the declaration${unreadable.length > 1 ? 's' : ''} at line ${lines.replaceAll('、', ', ')}${more ? ' and more' : ''} cannot be read and stayed as written.`,
  });
}

/** The text as bytes, with the byte order mark that the file has now. */
async function withMark(file: string, text: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const start = Buffer.alloc(BYTE_ORDER_MARK.length);
    await handle.read(start, 0, start.length, 0);
    return Buffer.from(beginsWithMark(start) ? `\uFEFF${text}` : text);
  } finally {
    await handle.close();
  }
}

function beginsWithMark(bytes: Uint8Array): boolean {
  return BYTE_ORDER_MARK.equals(bytes.subarray(0, BYTE_ORDER_MARK.length));
}

import { EXIT } from './exit-codes.js';
import { failure } from './failure.js';
import type { Terminal } from './terminal.js';

/** Codes of a reader that has left, as `head` does after ten lines. Nothing is wrong then. */
const READER_LEFT = new Set(['EPIPE', 'ERR_STREAM_DESTROYED', 'EOF']);

/**
 * The terminal of this process. Its streams are made when they are first used, for each takes a while; and the current
 * folder is asked for no earlier, for it may be gone, which is nothing to whoever only wants to know the version.
 */
export function processTerminal(): Terminal {
  const results = madeOnce(() => watched(process.stdout));
  const sentences = madeOnce(() => watched(process.stderr));
  return {
    get cwd() {
      return currentFolder();
    },
    get colour() {
      return mayColour(results(), process.env);
    },
    get interactive() {
      return sentences().isTTY === true;
    },
    input: standardInput,
    out: (text) => void results().write(text),
    err: (text) => void sentences().write(text),
  };
}

/** @throws Failure if it was deleted */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    throw failure(
      '当前文件夹打不开，可能已被删除或移走。请换到别的文件夹再运行。',
      'The current folder cannot be opened; perhaps it was deleted or moved. Run this in another folder.',
    );
  }
}

/** Whatever sends more than is wanted finds the pipe closed. */
async function standardInput(most: number): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of process.stdin as AsyncIterable<Buffer>) {
    pieces.push(piece);
    size += piece.length;
    if (size > most) break;
  }
  return Buffer.concat(pieces);
}

function madeOnce<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Colour only where a person looks at it, and has not asked for none (https://no-color.org). */
export function mayColour(
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'hasColors'>,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  return stream.isTTY === true && !env.NO_COLOR && stream.hasColors();
}

function watched(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  return stream.on('error', (error: NodeJS.ErrnoException) => {
    if (READER_LEFT.has(error.code ?? '')) return;
    process.exitCode = EXIT.unusable;
    if (stream === process.stderr) return;
    process.stderr.write(`无法写出结果（${error.code}）。 / The result cannot be written (${error.code}).\n`);
  });
}

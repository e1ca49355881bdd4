import { EXIT } from './exit-codes.js';
import type { Terminal } from './terminal.js';

/** Codes of a reader that has left, as `head` does after ten lines. Nothing is wrong then. */
const READER_LEFT = new Set(['EPIPE', 'ERR_STREAM_DESTROYED', 'EOF']);

/** The terminal of this process. */
export function processTerminal(): Terminal {
  watch(process.stdout);
  watch(process.stderr);
  return {
    cwd: process.cwd(),
    colour: mayColour(process.stdout, process.env),
    interactive: process.stderr.isTTY === true,
    input: async () => (await import('node:stream/consumers')).buffer(process.stdin),
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  };
}

/** Colour only where a person looks at it, and has not asked for none (https://no-color.org). */
export function mayColour(
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'hasColors'>,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  return stream.isTTY === true && !env.NO_COLOR && stream.hasColors();
}

function watch(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (READER_LEFT.has(error.code ?? '')) return;
    process.exitCode = EXIT.unusable;
    if (stream === process.stderr) return;
    process.stderr.write(`无法写出结果（${error.code}）。 / The result cannot be written (${error.code}).\n`);
  });
}

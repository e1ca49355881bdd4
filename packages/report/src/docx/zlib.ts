import { strToU8 } from 'fflate';
import { joined } from './bytes.js';
import { ZLIB_PROGRAM } from './generated/zlib-program.js';

/*
 * Zlib in WebAssembly. It is fast from its first byte on, where the same in JavaScript takes most of a short run until
 * it is optimised; and its bytes are the same everywhere, which those of the zlib that a host brings are not.
 */

/** What is deflated, with what a zip file says of it. */
export interface Deflated {
  /** Raw, without a header (RFC 1951). */
  readonly data: Uint8Array<ArrayBuffer>;
  /** CRC-32 of what was deflated. */
  readonly crc: number;
}

/** Addresses are those of its own memory, which grows as it is used. */
interface Zlib {
  readonly memory: { readonly buffer: ArrayBuffer };
  _initialize(): void;
  malloc(size: number): number;
  deflate_new(): number;
  deflate_init_gzip(stream: number, level: number): number;
  /** Bytes put out in the lower 24 bits, zlib's own answer in the upper 8. */
  deflate_process(stream: number, from: number, size: number, to: number, room: number, flush: number): number;
  /** Bytes taken in by the last `deflate_process`. */
  deflate_last_consumed(stream: number): number;
  deflate_end(stream: number): number;
}

/** What browsers, their workers and Node have in common, though the language's own library does not name it. */
declare const WebAssembly: {
  readonly Module: new (program: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};
declare const atob: (base64: string) => string;
declare const Buffer: { from(text: string, encoding: 'base64'): Uint8Array } | undefined;

const LEVEL = 6;
const NO_FLUSH = 0;
const FINISH = 4;
const OK = 0;
const STREAM_END = 1;

/** Bytes that go in or come out at once. */
const PORTION = 1 << 16;

/** What gzip puts around deflated data (RFC 1952): ten bytes before it; CRC-32 and length, of four bytes each, behind. */
const GZIP_HEADER = 10;
const GZIP_TRAILER = 8;

interface Started {
  readonly zlib: Zlib;
  readonly input: number;
  readonly output: number;
}

let started: Started | undefined;

function start(): Started {
  const program =
    typeof Buffer === 'undefined' ? strToU8(atob(ZLIB_PROGRAM), true) : Buffer.from(ZLIB_PROGRAM, 'base64');
  const zlib = new WebAssembly.Instance(new WebAssembly.Module(program)).exports as Zlib;
  zlib._initialize();
  return { zlib, input: zlib.malloc(PORTION), output: zlib.malloc(PORTION) };
}

/** Deflates bytes. The same bytes give the same result, in any process and on any machine. */
export function deflate(bytes: Uint8Array): Deflated {
  started ??= start();
  // Zlib counts the CRC along as it goes, if it is asked for gzip.
  const gzip = gzipped(bytes, started);
  const view = new DataView(gzip.buffer, gzip.byteOffset, gzip.byteLength);
  return {
    data: gzip.subarray(GZIP_HEADER, gzip.length - GZIP_TRAILER),
    crc: view.getUint32(gzip.length - GZIP_TRAILER, true),
  };
}

function gzipped(bytes: Uint8Array, { zlib, input, output }: Started): Uint8Array<ArrayBuffer> {
  const stream = zlib.deflate_new();
  expectAnswer(zlib.deflate_init_gzip(stream, LEVEL), OK);
  const portions: Uint8Array<ArrayBuffer>[] = [];
  let taken = 0;
  for (let answer = OK; answer !== STREAM_END; ) {
    const portion = bytes.subarray(taken, taken + PORTION);
    // The memory may have grown, and moved, since the last portion.
    new Uint8Array(zlib.memory.buffer).set(portion, input);
    const isLast = taken + portion.length === bytes.length;
    const result = zlib.deflate_process(stream, input, portion.length, output, PORTION, isLast ? FINISH : NO_FLUSH);
    const size = result & 0xffffff;
    answer = result >>> 24;
    portions.push(new Uint8Array(zlib.memory.buffer, output, size).slice());
    const consumed = zlib.deflate_last_consumed(stream);
    if (answer !== STREAM_END && size === 0 && consumed === 0) expectAnswer(answer, STREAM_END);
    taken += consumed;
  }
  expectAnswer(zlib.deflate_end(stream), OK);
  return joined(portions);
}

/** @throws RangeError if there is no memory left, the only thing that can go wrong */
function expectAnswer(answer: number, expected: number): void {
  if (answer !== expected) throw new RangeError(`zlib answered ${answer}`);
}

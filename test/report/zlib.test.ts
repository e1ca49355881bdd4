import { createHash } from 'node:crypto';
import { crc32, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { zip } from '../../packages/report/src/docx/zip.js';
import { deflate } from '../../packages/report/src/docx/zlib.js';

/** Bytes that cannot be compressed, always the same. */
function noise(length: number, seed = 1): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 24;
  });
}

function expectWhole(bytes: Uint8Array): void {
  const { data, crc } = deflate(bytes);
  expect(Buffer.compare(inflateRawSync(data), bytes)).toBe(0);
  expect(crc).toBe(crc32(bytes));
}

describe('what is deflated', () => {
  const PORTION = 65_536;
  test.each([0, 1, PORTION - 1, PORTION, PORTION + 1, 3 * PORTION, 1_000_000])('is whole: %i bytes', (length) => {
    expectWhole(noise(length));
    expectWhole(new Uint8Array(length).fill(65));
  });

  test('is whole, whatever it is', () => {
    const bytes = fc.tuple(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 2_000 }));
    fc.assert(
      fc.property(bytes, ([piece, times]) => {
        expectWhole(Uint8Array.from({ length: piece.length * times }, (_, index) => piece[index % piece.length] ?? 0));
      }),
      { numRuns: 60 },
    );
  });

  test('is the same bytes on any machine', () => {
    const text = Array.from({ length: 5_000 }, (_, index) => `<w:t>${(index * 7919) % 1000}万元</w:t>`).join('');
    const sum = createHash('sha256')
      .update(deflate(new TextEncoder().encode(text)).data)
      .digest('hex');
    expect(sum).toBe('6d6c0660717395900974ac2d0cafe6c629522ab0b05101736b934bebe55fd73b');
  });
});

describe('a zip file', () => {
  test('holds what was put in, in its order', () => {
    const parts = new Map<string, string | Uint8Array>([
      ['b/二.xml', '<a>绩效</a>'],
      ['a.bin', noise(100_000)],
      ['空', ''],
    ]);
    const files = unzipSync(zip(parts));
    expect(Object.keys(files)).toEqual([...parts.keys()]);
    for (const [path, content] of parts) {
      expect(Buffer.compare(Buffer.from(files[path] ?? []), Buffer.from(content as string))).toBe(0);
    }
  });
});

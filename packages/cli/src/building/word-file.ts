import type { EvaluatedReport } from '@jixiao/core';
import { type ImageSource, layout, type Size, writeDocx } from '@jixiao/report';
import { GENERATOR } from '../version.js';

/** The bytes of the Word file of a report. */
export function wordFile(
  report: EvaluatedReport,
  images: ReadonlyMap<string, ImageSource & Size> = new Map(),
  draft = false,
): Promise<Uint8Array> {
  return writeDocx(layout(report, { pictures: images }), { images, draft, generator: GENERATOR });
}

import type { EvaluatedReport } from '@jixiao/core';
import { type ImageSource, layout, writeDocx } from '@jixiao/report';
import { GENERATOR } from '../version.js';

/** The bytes of the Word file of a report. */
export function wordFile(
  report: EvaluatedReport,
  images: ReadonlyMap<string, ImageSource> = new Map(),
  draft = false,
): Promise<Uint8Array> {
  return writeDocx(layout(report), { images, draft, generator: GENERATOR });
}

import type { EvaluatedReport } from '@jixiao/core';
import { type DocxOptions, layout, writeDocx } from '@jixiao/report';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The XML parts of a package by their paths. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([path, data]) => [path, strFromU8(data)]));
}

export async function packageOf(
  report: EvaluatedReport,
  options: DocxOptions = {},
): Promise<ReadonlyMap<string, string>> {
  return partsOf(await writeDocx(layout(report), options));
}

/** The package with one part changed, or removed where the change gives nothing. */
export function changed(bytes: Uint8Array, path: string, change: (xml: string) => string | undefined): Uint8Array {
  const parts = unzipSync(bytes);
  const part = parts[path];
  if (!part) throw new Error(`No part ${path}`);
  const xml = change(strFromU8(part));
  if (xml === undefined) delete parts[path];
  else parts[path] = strToU8(xml);
  return zipSync(parts);
}

/** Texts of all runs, in order. */
export function textIn(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('');
}

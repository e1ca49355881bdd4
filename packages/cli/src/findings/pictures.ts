import { readFile, stat } from 'node:fs/promises';
import {
  catalogue,
  type EvaluatedReport,
  type Finding,
  type ImageItem,
  LARGEST_PICTURE,
  type Message,
  type ReportItem,
  whyNotRead,
} from '@jixiao/core';
import type { ImageSource, Size } from '@jixiao/report';
import { systemCause } from '../files/system-errors.js';
import type { Workspace } from '../files/workspace.js';

/** The pictures of a report by the path under which it names them. */
export type Pictures = ReadonlyMap<string, ImageSource & Size>;

/** Reads the pictures of a report, each once, from its own workspace only; findings say which cannot be put on paper. */
export async function readPictures(
  report: EvaluatedReport,
  workspace: Workspace,
): Promise<{ readonly pictures: Pictures; readonly findings: readonly Finding[] }> {
  const pictures = new Map<string, ImageSource & Size>();
  const findings: Finding[] = [];
  for (const item of imagesIn(report.items)) {
    if (pictures.has(item.path)) continue;
    const read = await readPicture(item, workspace);
    if (!('why' in read)) pictures.set(item.path, read);
    else {
      const facts = { path: item.path, whyZh: read.why.zh, whyEn: read.why.en };
      findings.push(catalogue.images.unusable.at(item.pathSpan, facts));
    }
  }
  return { pictures, findings };
}

function imagesIn(items: readonly ReportItem[]): ImageItem[] {
  return items.flatMap((item) => (item.kind === 'image' ? [item] : 'items' in item ? imagesIn(item.items) : []));
}

async function readPicture(
  { path, pathSpan }: ImageItem,
  workspace: Workspace,
): Promise<(ImageSource & Size) | { why: Message }> {
  const file = workspace.resolve(pathSpan.anchor.file, path);
  if (file === undefined) return refuse('文件在工作区之外', 'it lies outside the workspace');
  try {
    const why = whyNotRead(await stat(file), LARGEST_PICTURE);
    if (why) return { why };
    const bytes = new Uint8Array(await readFile(file));
    // Few reports have pictures.
    const { inspectPicture } = await import('@jixiao/report/pictures');
    const found = inspectPicture(bytes);
    return 'why' in found ? found : { bytes, ...found };
  } catch (error) {
    return systemCause(error);
  }
}

function refuse(zh: string, en: string): { why: Message } {
  return { why: { zh, en } };
}

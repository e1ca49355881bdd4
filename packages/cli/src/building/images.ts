import { readFile, stat } from 'node:fs/promises';
import {
  type EvaluatedReport,
  type ImageItem,
  LARGEST_PICTURE,
  type Message,
  type ReportItem,
  type Span,
  whyNotRead,
} from '@jixiao/core';
import { type ImageSource, inspectPicture } from '@jixiao/report';
import { systemCause } from '../files/system-errors.js';
import type { Workspace } from '../files/workspace.js';

/** A picture that cannot be put on paper, and why, as a whole sentence. */
export interface ImageProblem {
  readonly at: Span;
  readonly message: Message;
}

export interface ReportImages {
  /** By the path under which the report names them. */
  readonly images: ReadonlyMap<string, ImageSource>;
  readonly problems: readonly ImageProblem[];
}

/** Reads the pictures of a report, each once, from its own workspace only. */
export async function readImages(report: EvaluatedReport, workspace: Workspace): Promise<ReportImages> {
  const images = new Map<string, ImageSource>();
  const problems: ImageProblem[] = [];
  for (const item of imagesIn(report.items)) {
    if (images.has(item.path)) continue;
    const read = await readImage(item, workspace);
    if ('why' in read) problems.push({ at: item.pathSpan, message: sentence(item.path, read.why) });
    else images.set(item.path, read);
  }
  return { images, problems };
}

function imagesIn(items: readonly ReportItem[]): ImageItem[] {
  return items.flatMap((item) => (item.kind === 'image' ? [item] : 'items' in item ? imagesIn(item.items) : []));
}

async function readImage({ path, pathSpan }: ImageItem, workspace: Workspace): Promise<ImageSource | { why: Message }> {
  const file = workspace.resolve(pathSpan.anchor.file, path);
  if (file === undefined) return refuse('文件在工作区之外', 'it lies outside the workspace');
  try {
    const why = whyNotRead(await stat(file), LARGEST_PICTURE);
    if (why) return { why };
    const bytes = new Uint8Array(await readFile(file));
    const found = inspectPicture(bytes);
    return 'why' in found ? found : { bytes, type: found.type };
  } catch (error) {
    return systemCause(error);
  }
}

function refuse(zh: string, en: string): { why: Message } {
  return { why: { zh, en } };
}

function sentence(path: string, why: Message): Message {
  return { zh: `图片“${path}”不能使用：${why.zh}`, en: `The picture “${path}” cannot be used: ${why.en}` };
}

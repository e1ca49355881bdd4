import type { EvaluatedReport } from '@jixiao/core';
import type { DocumentTree, HtmlPages, LayoutMemory, PaintMemory, Size } from '@jixiao/report';
import type { ServerContext } from '../context.js';
import type { PreviewParams, PreviewUpdate } from '../protocol.js';
import { imageAddresses, imageSizes } from './images.js';
import { changedMarks, type MarksByBlock, marksOn } from './marks.js';
import { patchBetween } from './patch.js';
import { PlaceIndex } from './places.js';
import { reportsById } from './reports.js';

/** A report on paper, and what it was made from. */
interface Painted {
  readonly report: EvaluatedReport;
  readonly tree: DocumentTree;
  readonly images: ReadonlyMap<string, string>;
  readonly sizes: ReadonlyMap<string, Size>;
  readonly pages: HtmlPages;
  readonly places: PlaceIndex;
  /** What the next version of the report need not lay out and paint again. */
  readonly memory: { readonly layout: LayoutMemory; readonly paint: PaintMemory };
}

/** What a client was last sent of one report. */
export interface Rendered extends Painted {
  readonly revision: number;
  readonly marks: MarksByBlock;
}

/** As many previews as anybody looks at; what falls out is sent whole the next time. */
const MOST_RENDERED = 16;

/** Renders reports and remembers what the client has, so that only changes travel. */
export class PreviewRenderer {
  private readonly rendered = new Map<string, Rendered>();
  private revisions = 0;

  constructor(private readonly context: Pick<ServerContext, 'workspace' | 'configuration'>) {}

  /** What was last rendered of a report. */
  last(uri: string, report: string): Rendered | undefined {
    return this.rendered.get(this.keyOf(uri, report));
  }

  async update(params: PreviewParams): Promise<PreviewUpdate | null> {
    const { workspace, configuration } = this.context;
    const file = workspace.names.of(params.uri);
    await workspace.pendingFor(file);
    const report = this.reportOf(file, params.report);
    if (!report) return null;
    const before = this.sent(params.since) ?? this.last(params.uri, params.report);
    const painted = await this.paint(report, file, params.imageBase, before);
    const { pages, places } = painted;
    const findings = workspace.has(file) ? workspace.analysisOf(file).findings(file) : [];
    const marks = marksOn(places, findings, configuration.current, configuration.language);
    const revision = ++this.revisions;
    this.keep(this.keyOf(params.uri, params.report), { ...painted, revision, marks }, before);
    const { title } = pages;
    if (!before || params.since !== before.revision) {
      const blocks = pages.blocks.map(({ key, html }) => ({ key, html }));
      const marked = [...marks].map(([key, all]) => ({ key, marks: all }));
      const { previewStyleSheet } = await painters();
      return { kind: 'full', revision, title, blocks, marked, styleSheet: previewStyleSheet() };
    }
    const patch = patchBetween(before.pages.blocks, pages.blocks);
    return { kind: 'patch', revision, title, ...patch, marked: changedMarks(before.marks, marks, patch.removed) };
  }

  /** What was sent as this revision, under whatever title: a keystroke in the title makes it another report. */
  private sent(revision: number | undefined): Rendered | undefined {
    if (revision === undefined) return undefined;
    for (const rendered of this.rendered.values()) if (rendered.revision === revision) return rendered;
    return undefined;
  }

  /** A report that is the same object as before looks the same: evaluation keeps what an edit does not touch. */
  private async paint(
    report: EvaluatedReport,
    file: string,
    imageBase: string | undefined,
    before: Painted | undefined,
  ): Promise<Painted> {
    const { layout, LayoutMemory, paintHtml, PaintMemory, picturePaths } = await painters();
    const memory = before?.memory ?? { layout: new LayoutMemory(), paint: new PaintMemory() };
    const paths = picturePaths(report);
    const sizes = await this.sizes(paths, file);
    const unchanged = before?.report === report && isSame(before.sizes, sizes);
    const tree = unchanged ? before.tree : layout(report, { memory: memory.layout, pictures: sizes });
    const images = await this.images(paths, file, imageBase);
    if (before?.tree === tree && isSame(before.images, images)) return before;
    const pages = paintHtml(tree, { imageUrl: (path) => images.get(path) }, memory.paint);
    return { report, tree, images, sizes, pages, places: new PlaceIndex(pages.blocks), memory };
  }

  private reportOf(file: string, id: string): EvaluatedReport | undefined {
    const { workspace } = this.context;
    return workspace.has(file) ? reportsById(workspace.analysisOf(file).evaluated(file)).get(id) : undefined;
  }

  private async sizes(paths: readonly string[], file: string): Promise<ReadonlyMap<string, Size>> {
    return paths.length === 0 ? new Map() : imageSizes(paths, file, this.context);
  }

  private async images(
    paths: readonly string[],
    file: string,
    base: string | undefined,
  ): Promise<ReadonlyMap<string, string>> {
    return base === undefined || paths.length === 0 ? new Map() : imageAddresses(paths, file, base, this.context);
  }

  private keep(key: string, rendered: Rendered, before: Rendered | undefined): void {
    for (const [other, known] of this.rendered) if (known === before) this.rendered.delete(other);
    this.rendered.delete(key);
    this.rendered.set(key, rendered);
    for (const oldest of this.rendered.keys()) {
      if (this.rendered.size <= MOST_RENDERED) break;
      this.rendered.delete(oldest);
    }
  }

  private keyOf(uri: string, report: string): string {
    return `${this.context.workspace.names.of(uri)}\n${report}`;
  }
}

/** The painters are large; a server that shows no preview never loads them. */
function painters() {
  return import('@jixiao/report');
}

function isSame<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): boolean {
  return a.size === b.size && [...a].every(([path, value]) => b.get(path) === value);
}

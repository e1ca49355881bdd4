import type { EvaluatedReport } from '@jixiao/core';
import type { DocumentTree, HtmlPages } from '@jixiao/report';
import type { ServerContext } from '../context.js';
import { shownSeverity } from '../diagnostics/severities.js';
import type { PreviewMark, PreviewParams, PreviewUpdate } from '../protocol.js';
import { imageAddresses } from './images.js';
import { patchBetween } from './patch.js';
import { PlaceIndex } from './places.js';
import { reportsById } from './reports.js';

/** A report on paper, and what it was made from. */
interface Painted {
  readonly report: EvaluatedReport;
  readonly tree: DocumentTree;
  readonly images: ReadonlyMap<string, string>;
  readonly pages: HtmlPages;
  readonly places: PlaceIndex;
}

/** What a client was last sent of one report. */
export interface Rendered extends Painted {
  readonly revision: number;
  readonly marks: readonly PreviewMark[];
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
    const { workspace } = this.context;
    const file = workspace.names.of(params.uri);
    await workspace.pendingFor(file);
    const report = this.reportOf(file, params.report);
    if (!report) return null;
    const before = this.last(params.uri, params.report);
    const painted = await this.paint(report, file, params.imageBase, before);
    const { pages } = painted;
    const marks = this.marks(file, painted.places);
    const revision = ++this.revisions;
    this.keep(this.keyOf(params.uri, params.report), { ...painted, revision, marks });
    const { title } = pages;
    if (!before || params.since !== before.revision) {
      const blocks = pages.blocks.map(({ key, html }) => ({ key, html }));
      const { previewStyleSheet } = await painters();
      return { kind: 'full', revision, title, blocks, marks, styleSheet: previewStyleSheet() };
    }
    const patch = patchBetween(before.pages.blocks, pages.blocks);
    const sameMarks = JSON.stringify(before.marks) === JSON.stringify(marks);
    return { kind: 'patch', revision, title, ...patch, ...(!sameMarks && { marks }) };
  }

  /** A report that is the same object as before looks the same: evaluation keeps what an edit does not touch. */
  private async paint(
    report: EvaluatedReport,
    file: string,
    imageBase: string | undefined,
    before: Painted | undefined,
  ): Promise<Painted> {
    const { layout, paintHtml } = await painters();
    const tree = before?.report === report ? before.tree : layout(report);
    const images = await this.images(tree, file, imageBase);
    if (before?.tree === tree && isSame(before.images, images)) return before;
    const pages = paintHtml(tree, { imageUrl: (path) => images.get(path) });
    return { report, tree, images, pages, places: new PlaceIndex(pages.blocks) };
  }

  private reportOf(file: string, id: string): EvaluatedReport | undefined {
    const { workspace } = this.context;
    return workspace.has(file) ? reportsById(workspace.analysisOf(file).evaluated(file)).get(id) : undefined;
  }

  private async images(
    tree: DocumentTree,
    file: string,
    base: string | undefined,
  ): Promise<ReadonlyMap<string, string>> {
    const paths = imagePaths(tree);
    return base === undefined || paths.length === 0 ? new Map() : imageAddresses(paths, file, base, this.context);
  }

  /** The findings of the file that concern something on the paper. */
  private marks(file: string, places: PlaceIndex): PreviewMark[] {
    const { workspace, configuration } = this.context;
    if (!workspace.has(file)) return [];
    return workspace
      .analysisOf(file)
      .findings(file)
      .flatMap((finding) => {
        const severity = shownSeverity(finding, configuration.current);
        const found = severity && places.around(finding.at);
        if (!found) return [];
        return [{ ...found, severity, code: finding.code, message: finding.message[configuration.language] }];
      });
  }

  private keep(key: string, rendered: Rendered): void {
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

function isSame(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([path, address]) => b.get(path) === address);
}

/** The pictures of a document, as the report names them. */
export function imagePaths(tree: DocumentTree): string[] {
  return tree.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'image' ? [block.path] : [])));
}

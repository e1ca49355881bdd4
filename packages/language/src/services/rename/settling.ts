import type { Message } from '@jixiao/core';
import { AstUtils } from 'langium';
import type { Analysis } from '../../evaluation/analysis.js';
import * as ast from '../../generated/ast.js';
import { sourceText, spanOf } from '../../syntax/spans.js';
import { byFile, type Change } from '../changes/changes.js';
import { analysisAfter } from '../changes/reanalysis.js';
import { contextOf } from '../navigation/expression-context.js';
import { type Mention, mentionsIn } from '../navigation/mentions.js';
import { shortestPath, wantedAt } from '../navigation/path-writing.js';
import { filesThatSee } from '../navigation/target-at.js';
import { type Target, targetsIn } from '../navigation/targets.js';
import { writtenName, writtenPath, writtenSegment } from '../written-name.js';
import { type PlaceKey, PlacesAfter, placeOf } from './places.js';
import { UNREADABLE, unclear } from './refusals.js';

type Named = Mention['node'];

/** Paths that were written out may make others unclear; so often is looked again. */
const ROUNDS = 4;

export type Settled =
  | { readonly ok: true; readonly changes: readonly Change[] }
  | { readonly ok: false; readonly reason: Message };

/**
 * Sees to it that after the changes every name still means what it meant: reads the changed files,
 * resolves everything anew, and writes paths out further where that is needed. The changes may only
 * replace names, so that every line stays in its place.
 */
export function settled(analysis: Analysis, target: Target, changes: readonly Change[]): Settled {
  const files = new Set([...filesThatSee(analysis, target.nameSpan.anchor.file), ...byFile(changes).keys()]);
  const grown = new Map<ast.Path, GrownPath>();
  for (let round = 0; round < ROUNDS; round++) {
    const current = together(changes, grown.values());
    const after = analysisAfter(analysis, current);
    const places = new PlacesAfter(current);
    if ([...files].some((file) => readsDifferently(file, analysis, after, places)))
      return { ok: false, reason: UNREADABLE };
    const broken = [...files].flatMap((file) => brokenPaths({ file, before: analysis, after, places, grown }));
    if (broken.length === 0) return { ok: true, changes: current };
    for (const owner of broken) {
      const path = writtenOut(owner, after, places, grown);
      if (!path) return refusal(owner, target);
      grown.set(owner.node.$container as ast.Path, path);
    }
  }
  return { ok: false, reason: UNREADABLE };
}

/** A path that is written out further. */
interface GrownPath {
  /** Replaces the path up to the name that it leads to. */
  readonly change: Change;
  readonly owner: Mention;
  /** How many names it has now, the one that it leads to included. */
  readonly length: number;
  /** Letters of that name as it is written now. */
  readonly lastLength: number;
}

/** The new names, except inside the paths that are written out. */
function together(changes: readonly Change[], grown: Iterable<GrownPath>): Change[] {
  const paths = [...grown].map(({ change }) => change);
  return [...changes.filter(({ span }) => !paths.some((path) => isInside(span, path.span))), ...paths];
}

/** Whether a file has new syntax errors, or a new name was taken for something else than a name. */
function readsDifferently(file: string, before: Analysis, after: Analysis, places: PlacesAfter): boolean {
  const findings = ({ sources }: Analysis) =>
    sources.piecesOf(file).reduce((sum, piece) => sum + piece.findings.length, 0);
  if (findings(after) > findings(before)) return true;
  const declared = new Set([...targetsIn(after, file)].map(({ nameSpan }) => placeOf(nameSpan)));
  return [...targetsIn(before, file)].some(({ nameSpan }) => !declared.has(places.of(nameSpan)));
}

interface Comparison {
  readonly file: string;
  readonly before: Analysis;
  readonly after: Analysis;
  readonly places: PlacesAfter;
  readonly grown: ReadonlyMap<ast.Path, GrownPath>;
}

/** Of each path that would mean something else, the name that it leads to. */
function brokenPaths({ file, before, after, places, grown }: Comparison): Mention[] {
  const now = new Map(mentionsIn(after, file).map((mention) => [placeOf(mention.span), mention]));
  const known = mentionsIn(before, file);
  const byNode = new Map<Named, Mention>(known.map((mention) => [mention.node, mention]));
  const broken = new Map<unknown, Mention>();
  const breaks = (mention: Mention) => broken.set(mention.node.$container, ownerOf(mention, byNode));
  for (const mention of known) {
    const path = grown.get(mention.node.$container as ast.Path);
    if (path && path.owner !== mention && isInside(mention.span, path.change.span)) continue;
    const place = path?.owner === mention ? placeOfOwner(path, places) : places.of(mention.span);
    const found = now.get(place);
    if (!found || placeOf(found.target.nameSpan) !== places.of(mention.target.nameSpan)) breaks(mention);
  }
  for (const mention of attributesIn(known, before, byNode)) {
    // The last name was an attribute such as 得分; now a declared name has taken hold of it.
    const last = (mention.node.$container as ast.Path).segments.at(-1);
    if (last && now.has(places.of(spanOf(last, mention.piece.anchor)))) breaks(mention);
  }
  return [...broken.values()];
}

function placeOfOwner({ change, lastLength }: GrownPath, places: PlacesAfter): PlaceKey {
  return places.at(change.span, change.text.length - lastLength);
}

/** What a path leads to: the last declared name in it that is no column of the name before. */
function ownerOf(mention: Mention, byNode: ReadonlyMap<Named, Mention>): Mention {
  const path = mention.node.$container;
  if (!ast.isPath(path)) return mention;
  const mentions = path.segments.flatMap((segment) => byNode.get(segment) ?? []);
  const last = mentions.at(-1) ?? mention;
  const previous = mentions.at(-2);
  const isColumn = last.target.kind === 'symbol' && last.target.symbol.kind === 'column';
  return isColumn && previous?.target.kind === 'symbol' ? previous : last;
}

/** Mentions right before an attribute. */
function* attributesIn(
  known: readonly Mention[],
  before: Analysis,
  byNode: ReadonlyMap<Named, Mention>,
): Generator<Mention> {
  const unresolved = new Set<PlaceKey>();
  const [first] = known;
  for (const { code, at } of first ? before.findings(first.span.anchor.file) : []) {
    if (code === 'name/unresolved') unresolved.add(placeOf(at));
  }
  for (const mention of known) {
    const path = mention.node.$container;
    if (!ast.isPath(path) || mention.node !== path.segments.at(-2)) continue;
    const last = path.segments.at(-1);
    if (!last || byNode.has(last) || unresolved.has(placeOf(spanOf(path, mention.piece.anchor)))) continue;
    yield mention;
  }
}

/** The path up to the name that it leads to, with more names than now and as many as make it clear again. */
function writtenOut(
  owner: Mention,
  after: Analysis,
  places: PlacesAfter,
  grown: ReadonlyMap<ast.Path, GrownPath>,
): GrownPath | undefined {
  const path = owner.node.$container;
  if (!ast.isPath(path)) return undefined;
  const length = grown.get(path)?.length ?? path.segments.indexOf(owner.node as ast.Name) + 1;
  const { anchor } = owner.piece;
  const { nameSpan } = owner.target;
  const place = places.of(nameSpan);
  const target = [...targetsIn(after, nameSpan.anchor.file)].find((candidate) => placeOf(candidate.nameSpan) === place);
  const now = pathAt(places.of(spanOf(path, anchor)), anchor.file, after);
  if (target?.kind !== 'symbol' || !now) return undefined;
  const names = shortestPath(target.symbol, contextOf(now.path, now.piece, after), after, {
    wanted: wantedAt(now.path),
    least: length + 1,
  });
  const last = names?.at(-1);
  if (!names || last === undefined) return undefined;
  const { start } = spanOf(path.segments[0], anchor);
  const lastLength = names.length > 1 ? writtenSegment(last).length : writtenName(last).length;
  const change = { span: { anchor, start, end: owner.span.end }, text: writtenPath(names) };
  return { change, owner, length: names.length, lastLength };
}

function pathAt(
  place: PlaceKey,
  file: string,
  analysis: Analysis,
): { path: ast.Path; piece: Mention['piece'] } | undefined {
  for (const piece of analysis.sources.files.get(file)?.pieces ?? []) {
    for (const declaration of piece.declarations) {
      for (const node of AstUtils.streamAst(declaration)) {
        if (ast.isPath(node) && placeOf(spanOf(node, piece.anchor)) === place) return { path: node, piece };
      }
    }
  }
  return undefined;
}

function isInside(inner: Change['span'], outer: Change['span']): boolean {
  if (inner.anchor !== outer.anchor || inner.start.line !== outer.start.line) return false;
  return inner.start.character >= outer.start.character && inner.end.character <= outer.end.character;
}

function refusal({ node, span }: Mention, { nameSpan }: Target): Settled {
  const written = ast.isPath(node.$container) ? sourceText(node.$container) : node.text;
  const { file, line } = span.anchor;
  const elsewhere = file === nameSpan.anchor.file ? undefined : lastOf(file);
  return { ok: false, reason: unclear(written, line + span.start.line + 1, elsewhere) };
}

/** The last part of a file's address, as a person knows it. */
function lastOf(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

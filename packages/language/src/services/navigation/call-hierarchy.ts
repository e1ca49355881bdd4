import type { Language, Position } from '@jixiao/core';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  Range,
} from 'vscode-languageserver-types';
import { SymbolKind } from 'vscode-languageserver-types';
import type { Analysis } from '../../evaluation/analysis.js';
import { cursorAt } from '../cursor.js';
import { KINDS } from '../symbols/kinds.js';
import { valueText } from '../symbols/values.js';
import { type Feed, feedsIn, type Station, stationAround, stationOfSymbol } from './feeding.js';
import { lspRange } from './ranges.js';
import { filesThatSee, nameAt } from './target-at.js';
import { isSamePlace, sourceOf } from './targets.js';

/*
 * The call hierarchy shows where figures go: whoever uses a figure “calls” it. Incoming is what it
 * feeds (totals, indicators, checks, paragraphs), outgoing is what feeds it.
 */

const STATION_KINDS: Readonly<Record<Exclude<Station['kind'], 'symbol'>, SymbolKind>> = {
  check: SymbolKind.Boolean,
  paragraph: SymbolKind.String,
  table: SymbolKind.Array,
  chart: SymbolKind.Array,
};

const DETAILS: Readonly<Record<Exclude<Station['kind'], 'symbol'>, Readonly<Record<Language, string>>>> = {
  check: { zh: '核对', en: 'check' },
  paragraph: { zh: '正文', en: 'prose' },
  table: { zh: '表', en: 'table' },
  chart: { zh: '图', en: 'chart' },
};

/** The thing under the cursor whose sources and uses can be followed. */
export function prepareCallHierarchy(
  analysis: Analysis,
  file: string,
  position: Position,
  language: Language,
): CallHierarchyItem[] {
  const station = stationAtPosition(analysis, file, position);
  return station ? [itemOf(station, analysis, language)] : [];
}

/** What a thing feeds: who uses it. An item comes back from the editor with nothing but its place. */
export function incomingCalls(
  analysis: Analysis,
  item: CallHierarchyItem,
  language: Language,
): CallHierarchyIncomingCall[] {
  const station = stationAtPlace(analysis, item.uri, item.selectionRange.start);
  if (!station) return [];
  const feeds = filesThatSee(analysis, item.uri).flatMap((file) => [...feedsIn(analysis, file)]);
  const uses = feeds.filter(({ source }) => isSamePlace(source.nameSpan, station.nameSpan));
  return grouped(uses, ({ user }) => user).map(([user, fromRanges]) => ({
    from: itemOf(user, analysis, language),
    fromRanges,
  }));
}

/** What feeds a thing: what it uses. */
export function outgoingCalls(
  analysis: Analysis,
  item: CallHierarchyItem,
  language: Language,
): CallHierarchyOutgoingCall[] {
  const station = stationAtPlace(analysis, item.uri, item.selectionRange.start);
  if (!station) return [];
  const uses = [...feedsIn(analysis, item.uri)].filter(({ user }) => isSamePlace(user.nameSpan, station.nameSpan));
  return grouped(uses, ({ source }) => source).map(([source, fromRanges]) => ({
    to: itemOf(source, analysis, language),
    fromRanges,
  }));
}

function stationAtPosition(analysis: Analysis, file: string, position: Position): Station | undefined {
  const target = nameAt(analysis, file, position)?.target;
  if (target?.kind === 'symbol') return stationOfSymbol(target.symbol);
  return stationAtPlace(analysis, file, position);
}

function stationAtPlace(analysis: Analysis, file: string, position: Position): Station | undefined {
  const source = sourceOf(analysis, file);
  const cursor = source && cursorAt(source, position);
  return cursor && stationAround(cursor.node, position, cursor.piece);
}

function itemOf(station: Station, analysis: Analysis, language: Language): CallHierarchyItem {
  const { kind, symbol, name, nameSpan, span } = station;
  const detail = symbol ? valueText(symbol, analysis, language) : kind === 'symbol' ? '' : DETAILS[kind][language];
  return {
    name: name || '—',
    kind: symbol ? KINDS[symbol.kind] : kind === 'symbol' ? SymbolKind.Variable : STATION_KINDS[kind],
    ...(detail !== '' && { detail }),
    uri: nameSpan.anchor.file,
    range: lspRange(span),
    selectionRange: lspRange(nameSpan),
  };
}

function grouped(feeds: readonly Feed[], by: (feed: Feed) => Station): [Station, Range[]][] {
  const groups = new Map<string, [Station, Range[]]>();
  for (const feed of feeds) {
    const station = by(feed);
    const { start } = lspRange(station.nameSpan);
    const key = JSON.stringify([station.nameSpan.anchor.file, start.line, start.character]);
    const known = groups.get(key);
    if (known) known[1].push(lspRange(feed.at));
    else groups.set(key, [station, [lspRange(feed.at)]]);
  }
  return [...groups.values()];
}

import { type Position, rangeOf, type Span } from '@jixiao/core';
import { byFile, type Change } from '../changes/changes.js';

/** Where something begins, as a key. */
export type PlaceKey = string;

export function placeOf(span: Span): PlaceKey {
  const { file, start } = rangeOf(span);
  return keyOf(file, start);
}

/** Where things begin after changes that leave every line in its place. */
export class PlacesAfter {
  private readonly lists: ReadonlyMap<string, readonly Change[]>;

  constructor(changes: readonly Change[]) {
    this.lists = byFile(changes);
  }

  of(span: Span): PlaceKey {
    return this.at(span, 0);
  }

  /** So many characters behind the place where the span begins. */
  at(span: Span, characters: number): PlaceKey {
    const { file, start } = rangeOf(span);
    const { line, character } = moved(start, this.lists.get(file) ?? []);
    return keyOf(file, { line, character: character + characters });
  }
}

function moved({ line, character }: Position, changes: readonly Change[]): Position {
  let shift = 0;
  for (const { span, text } of changes) {
    const { start, end } = rangeOf(span);
    if (start.line !== line || start.character >= character) continue;
    shift += text.length - (end.character - start.character);
  }
  return { line, character: character + shift };
}

function keyOf(file: string, { line, character }: Position): PlaceKey {
  return JSON.stringify([file, line, character]);
}

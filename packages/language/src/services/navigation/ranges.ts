import { rangeOf, type Span } from '@jixiao/core';
import { Location, type LocationLink, Range } from 'vscode-languageserver-types';

/** The range of a span in its file, as editors want it. */
export function lspRange(span: Span): Range {
  const { start, end } = rangeOf(span);
  return Range.create(start, end);
}

export function locationOf(span: Span): Location {
  return Location.create(span.anchor.file, lspRange(span));
}

/** A link from the name that was clicked to a declaration; the name of the declaration is selected. */
export function linkTo(origin: Span, declaration: Span, name: Span): LocationLink {
  return {
    originSelectionRange: lspRange(origin),
    targetUri: name.anchor.file,
    targetRange: lspRange(declaration),
    targetSelectionRange: lspRange(name),
  };
}

/** Whether a place lies inside a span or at one of its ends. */
export function touches(span: Span, at: { readonly line: number; readonly character: number }): boolean {
  const { start, end } = rangeOf(span);
  const afterStart = at.line > start.line || (at.line === start.line && at.character >= start.character);
  const beforeEnd = at.line < end.line || (at.line === end.line && at.character <= end.character);
  return afterStart && beforeEnd;
}

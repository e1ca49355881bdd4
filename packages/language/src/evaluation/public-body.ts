import type { Anchor, PublicBody } from '@jixiao/core';
import type * as ast from '../generated/ast.js';
import { spanOf } from '../syntax/spans.js';
import { propertyTexts } from './path.js';

/** Spellings of the property that holds a unit's short name. */
export const SHORT_NAME = ['简称', 'shortname'] as const;

/** A declared unit as plain data. */
export function publicBody(node: ast.UnitDeclaration, anchor: Anchor): PublicBody {
  const properties = new Map(
    node.properties.filter(({ key }) => key).map((property) => [property.key.text, propertyTexts(property)]),
  );
  const shortName = SHORT_NAME.map((name) => properties.get(name)?.[0]).find((text) => text !== undefined);
  const name = node.name?.text ?? '';
  return {
    name,
    label: node.label?.value ?? name,
    ...(shortName !== undefined && { shortName }),
    properties,
    span: spanOf(node, anchor),
  };
}

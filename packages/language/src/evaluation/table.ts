import { type ChosenColumn, catalogue, type Form, type TableItem, type TableSubject } from '@jixiao/core';
import type * as ast from '../generated/ast.js';
import { sourceText, spanOf } from '../syntax/spans.js';
import type { Context } from './context.js';
import { findFigure } from './figures.js';
import { readForm } from './form.js';
import { INDICATOR_COLUMNS } from './indicator-columns.js';
import { resolveSymbol } from './path.js';

/** `表 …` with what it shows, evaluated. */
export function evaluateTable(item: ast.TableItem, context: Context): TableItem {
  const subject = readSubject(item, context);
  const form = readFormOf(item, context);
  return {
    kind: 'table',
    subject,
    ...(item.caption && { caption: item.caption.value }),
    columns: readColumns(item.columns, knownColumns(subject), context),
    ...(form && { form }),
    span: spanOf(item, context.anchor),
  };
}

function readFormOf(item: ast.TableItem, context: Context): Form | undefined {
  const symbol = item.form && resolveSymbol(item.form, ['form'], context);
  return symbol && readForm(symbol.node, context.evaluation.contextAt(symbol.nameSpan.anchor));
}

function readSubject(item: ast.TableItem, context: Context): TableSubject {
  const symbol = resolveSymbol(item.subject, ['figure', 'group', 'indicators'], context);
  if (!symbol) return { kind: 'unknown', text: sourceText(item.subject) };
  if (symbol.kind === 'indicators') {
    const result = context.evaluation.indicatorTable(symbol.node, symbol.nameSpan.anchor);
    return result ? { kind: 'indicators', table: result.table } : { kind: 'unknown', text: sourceText(item.subject) };
  }
  const definition = symbol.kind === 'figure' ? symbol.figure : symbol.group.owner;
  const table = context.evaluation.figureTable(definition.table);
  const figure = findFigure(table, definition);
  return { kind: 'figures', table, figure, ...(symbol.kind === 'group' && { group: symbol.group.index }) };
}

function knownColumns(subject: TableSubject): readonly string[] | undefined {
  if (subject.kind === 'figures') return subject.table.columns.map(({ name }) => name);
  return subject.kind === 'indicators' ? INDICATOR_COLUMNS.map(({ zh }) => zh) : undefined;
}

/** The columns that the source chose, those that exist. */
export function readColumns(
  columns: readonly ast.FormColumn[],
  known: readonly string[] | undefined,
  context: Context,
): ChosenColumn[] {
  return columns
    .filter((column) => column.name)
    .flatMap((column): ChosenColumn[] => {
      const written = column.name.text;
      const attribute = INDICATOR_COLUMNS.find(({ zh, en }) => written === zh || written === en);
      const name = known?.includes(written) ? written : (attribute?.zh ?? written);
      if (known && !known.includes(name)) {
        context.report(
          catalogue.names.unknownColumn.at(spanOf(column.name, context.anchor), { name: written, known: [...known] }),
        );
        return [];
      }
      return [{ name, label: column.label?.value ?? written, span: spanOf(column, context.anchor) }];
    });
}

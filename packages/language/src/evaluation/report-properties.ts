import {
  type CalendarDate,
  catalogue,
  type Message,
  type PublicBody,
  parseDate,
  type Span,
  toHalfWidth,
} from '@jixiao/core';
import type * as ast from '../generated/ast.js';
import { spanOf } from '../syntax/spans.js';
import type { Context } from './context.js';
import { dateProblem, splitQuantity } from './expression.js';
import { propertyTexts, resolveSymbol } from './path.js';
import { publicBody } from './public-body.js';

/** The properties of a report, as far as they are known. */
export interface ReportProperties {
  readonly unit?: PublicBody;
  readonly year?: number;
  readonly annexLabel?: string;
  readonly date?: CalendarDate;
  readonly outline?: string;
  readonly tableOfContents: boolean;
  readonly sealed: boolean;
}

type Draft = { -readonly [K in keyof ReportProperties]: ReportProperties[K] };

interface ReportProperty {
  readonly zh: string;
  readonly en: string;
  readonly meaning: Message;
  read(property: ast.Property, value: ast.PropertyValue, draft: Draft, context: Context): boolean;
  readonly wanted: Message;
}

/** Every property that a report can have; completion offers them from here. */
export const REPORT_PROPERTIES: readonly ReportProperty[] = [
  {
    zh: '单位',
    en: 'unit',
    meaning: { zh: '编报单位，在文末署名', en: 'the unit that reports and signs' },
    wanted: { zh: '已声明的单位名称', en: 'the name of a declared unit' },
    read(_property, value, draft, context) {
      if (value.$type !== 'NameValue') return false;
      const symbol = resolveSymbol(value.path, ['unit'], context);
      if (symbol) draft.unit = publicBody(symbol.node, symbol.nameSpan.anchor);
      return true;
    },
  },
  {
    zh: '年度',
    en: 'year',
    meaning: { zh: '报告年度', en: 'the year reported on' },
    wanted: { zh: '四位年份，如2024', en: 'a year of four digits, such as 2024' },
    read(_property, value, draft) {
      const digits = value.$type === 'QuantityValue' ? splitQuantity(value.quantity.literal) : undefined;
      if (!digits || !/^\d{4}$/.test(digits.digits) || !/^年?度?$/.test(digits.symbol)) return false;
      draft.year = Number.parseInt(digits.digits, 10);
      return true;
    },
  },
  {
    zh: '附件',
    en: 'annex',
    meaning: { zh: '本报告是第几号附件，印在左上角', en: 'the annex number of this report, printed at its top left' },
    wanted: { zh: '附件号，如4', en: 'the number of an annex' },
    read(property, value, draft) {
      if (value.$type !== 'QuantityValue' && value.$type !== 'TextValue') return false;
      draft.annexLabel = `附件${propertyTexts(property)[0] ?? ''}`;
      return true;
    },
  },
  {
    zh: '日期',
    en: 'date',
    meaning: { zh: '成文日期', en: 'the date of the report' },
    wanted: { zh: '日期，如2025-06-05', en: 'a date such as 2025-06-05' },
    read(_property, value, draft, context) {
      const text = writtenDate(value);
      if (text === undefined) return false;
      const parsed = parseDate(toHalfWidth(text));
      if (parsed.ok) draft.date = parsed.date;
      if (parsed.ok && parsed.date.day === undefined) {
        context.report(catalogue.values.badDate.at(at(value, context), { text, ...NO_DAY }));
      } else if (!parsed.ok)
        context.report(catalogue.values.badDate.at(at(value, context), { text, ...dateProblem(parsed.problem) }));
      return true;
    },
  },
  {
    zh: '提纲',
    en: 'outline',
    meaning: { zh: '报告应遵循的提纲', en: 'the outline that the report follows' },
    wanted: { zh: '提纲的名称', en: 'the name of an outline' },
    read(_property, value, draft, context) {
      if (value.$type !== 'NameValue') return false;
      const symbol = resolveSymbol(value.path, ['outline'], context);
      if (symbol) draft.outline = symbol.node.name.text;
      return true;
    },
  },
  {
    zh: '目录',
    en: 'contents',
    meaning: { zh: '是否印目录：是或否', en: 'whether to print a table of contents: yes or no' },
    wanted: { zh: '“是”或“否”', en: 'yes or no' },
    read(property, _value, draft) {
      return readSwitch(property, (on) => {
        draft.tableOfContents = on;
      });
    },
  },
  {
    zh: '盖章',
    en: 'sealed',
    meaning: { zh: '署名处是否留出盖章位置：是或否', en: 'whether the signature leaves room for a seal: yes or no' },
    wanted: { zh: '“是”或“否”', en: 'yes or no' },
    read(property, _value, draft) {
      return readSwitch(property, (on) => {
        draft.sealed = on;
      });
    },
  },
];

/** GB/T 9704: 成文日期将年、月、日标全. */
const NO_DAY = {
  whyZh: '成文日期要写到日，如“2025年6月5日”',
  whyEn: 'the date of a report names the day, as in 2025年6月5日',
};

function writtenDate(value: ast.PropertyValue): string | undefined {
  if (value.$type === 'DateValue') return value.date.literal;
  if (value.$type === 'QuantityValue') return value.quantity.literal;
  return value.$type === 'TextValue' ? value.text.value : undefined;
}

function readSwitch(property: ast.Property, set: (on: boolean) => void): boolean {
  const [text] = propertyTexts(property);
  const on = text === '是' || text === 'yes';
  if (!on && text !== '否' && text !== 'no') return false;
  set(on);
  return true;
}

function at(value: ast.PropertyValue, context: Context): Span {
  return spanOf(value, context.anchor);
}

/** Reads the properties of a report; each may stand once. */
export function readReportProperties(properties: readonly ast.Property[], context: Context): ReportProperties {
  const draft: Draft = { tableOfContents: false, sealed: false };
  const seen = new Map<ReportProperty, ast.Property>();
  for (const property of properties) {
    const name = property.key?.text ?? '';
    const [value] = property.values;
    if (name === '' || !value || value.$type === 'MissingValue') continue;
    const known = REPORT_PROPERTIES.find(({ zh, en }) => name === zh || name === en);
    if (!known) {
      context.report(
        catalogue.names.unknownProperty.at(spanOf(property.key, context.anchor), {
          name,
          known: REPORT_PROPERTIES.map(({ zh }) => zh),
        }),
      );
      continue;
    }
    if (seen.has(known)) context.report(catalogue.names.duplicate.at(spanOf(property.key, context.anchor), { name }));
    seen.set(known, property);
    if (!known.read(property, value, draft, context)) {
      context.report(
        catalogue.names.badProperty.at(at(value, context), {
          name,
          wantedZh: known.wanted.zh,
          wantedEn: known.wanted.en,
        }),
      );
    }
  }
  return draft;
}

import {
  catalogue,
  financialNumber,
  isMoney,
  isPure,
  isWhole,
  multipleOf,
  quantityText,
  upperCaseMoney,
} from '@jixiao/core';
import { isNothing, wrongType } from '../expression.js';
import { INVALID, type Value } from '../value.js';
import type { CallSite, PerfFunction } from './function.js';
import { measuredParts, partsOf } from './parts.js';

const { values } = catalogue;

export const TEXT_FUNCTIONS: readonly PerfFunction[] = [
  {
    zh: '列举',
    en: 'list',
    parameters: [
      { zh: '名单或数据', en: 'list or figure' },
      { zh: '分隔符', en: 'separator', optional: true },
    ],
    summary: { zh: '列出名单，或分项的名称，用顿号分开', en: 'the names of a list or of the parts, separated by 、' },
    call(args, site) {
      const [subject, separator] = args;
      const between = textArgument(separator?.value) ?? '、';
      const value = subject?.value;
      if (!subject || !value) return INVALID;
      if (value.kind === 'list') return { kind: 'text', text: value.items.join(between) };
      if (value.kind === 'text') return value;
      const parts = partsOf(value);
      if (parts) return { kind: 'text', text: parts.map(({ label }) => label).join(between) };
      return wrongType(value, '名单或有分项的数据', 'a list or a figure with parts', subject.span, site.context);
    },
  },
  {
    zh: '分项',
    en: 'breakdown',
    parameters: [
      { zh: '数据', en: 'figure' },
      { zh: '分隔符', en: 'separator', optional: true },
    ],
    summary: {
      zh: '列出各分项及其数值：工资福利支出1142.89万元，……',
      en: 'the parts with their values: 工资福利支出1142.89万元，…',
    },
    call(args, site) {
      const [subject, separator] = args;
      if (!subject) return INVALID;
      const parts = measuredParts(subject, site);
      if (!parts) return wrongType(subject.value, '有分项的数据', 'a figure with parts', subject.span, site.context);
      if (!Array.isArray(parts)) return parts;
      const texts = parts.flatMap(({ figure, found }) => {
        if (!isNothing(found)) return [`${figure.label}${quantityText(found)}`];
        return found.why === 'blank' ? [] : [`${figure.label}—`];
      });
      return { kind: 'text', text: texts.join(textArgument(separator?.value) ?? '，') };
    },
  },
  {
    zh: '大写',
    en: 'uppercase',
    parameters: [{ zh: '金额', en: 'amount' }],
    summary: { zh: '人民币大写金额，或大写数字', en: 'the amount in words as on cheques' },
    call([argument], site) {
      const found = site.quantity(argument);
      if (isNothing(found)) return found;
      if (isMoney(found.unit)) return { kind: 'text', text: upperCaseMoney(found) };
      const text = quantityText(found);
      if (isPure(found.unit) && found.unit.factor.lt(1)) {
        return noCapitals(site, `${text}是比率，没有大写`, `${text} is a rate, which has no capital numerals`);
      }
      // The unit is left to the writer, its number words are not: 10万人 is 壹拾万.
      const number = found.amount.mul(multipleOf(found.unit));
      if (isWhole(number)) return { kind: 'text', text: financialNumber(number.n * number.s) };
      return noCapitals(site, `${text}不是金额，也不是整数`, `${text} is neither money nor a whole number`);
    },
  },
  {
    zh: '脚注',
    en: 'footnote',
    parameters: [{ zh: '文字', en: 'text' }],
    summary: { zh: '在这里加一条脚注', en: 'puts a footnote here' },
    call([argument], site) {
      const text = textArgument(argument?.value);
      if (text !== undefined) return { kind: 'footnote', text };
      return argument ? wrongType(argument.value, '文字', 'a text', argument.span, site.context) : INVALID;
    },
  },
  {
    zh: '见',
    en: 'see',
    parameters: [{ zh: '表或图的数据', en: 'subject of a table or chart' }],
    summary: { zh: '引用报告中的表或图，印成“表1”“图2”', en: 'mentions a table or chart of the report by its number' },
    call([argument], site) {
      const value = argument?.value;
      if (value?.kind === 'figure') return { kind: 'mention', target: value.figure.path.join('.') };
      if (value?.kind === 'group') return { kind: 'mention', target: value.group.path.join('.') };
      if (value?.kind === 'indicators') return { kind: 'mention', target: value.node.name.text };
      return argument && value
        ? wrongType(value, '表或图的数据', 'the subject of a table or chart', argument.span, site.context)
        : INVALID;
    },
  },
];

function noCapitals(site: CallSite, whyZh: string, whyEn: string): Value {
  site.report(values.badArgument.at(site.span, { name: site.name, whyZh, whyEn }));
  return INVALID;
}

function textArgument(value: Value | undefined): string | undefined {
  return value?.kind === 'text' ? value.text : undefined;
}

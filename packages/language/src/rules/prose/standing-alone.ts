import { toHalfWidth } from '@jixiao/core';
import { UNITS } from './amounts.js';

/*
 * Whether a name in a text stands for itself. In “其他项目支出20万元” it does not: what precedes it is
 * part of a longer name, and the amount is another thing's. The words below change nothing about
 * what is named; docs/findings/prose/differs-from-figure.md lists them for the reader.
 */

/** Words that may precede a name without making it another thing's. */
const HARMLESS = new RegExp(
  `(?:${[
    // The year reported on. Another one is noticed elsewhere.
    '20\\d{2}年度?|全年度?|本年度?|当年|今年|年度|年[末底终]|期末',
    '截[至止]到?(?:20\\d{2}年|本年|今年)?(?:年?[末底]|12月(?:[末底]|31日))',
    // The unit itself, all of it.
    '[我本全](?:单位|部门|机关|中心|街道|系统|[局镇乡村县市区州省院校馆所站办委处科队厅部司会园厂])',
    '部门整体|部门|单位|整体|全部',
    // A place in an enumeration.
    '其中|包括|含|即|主要是|[一二三四五六七八九十]是',
    // That it was done, and all of it.
    '实际|完成|实现|发生|列支|累计|共计|总计|合计|共有|现有|实有|核定|共|总',
    '的|\\b(?:the|total|actual)',
  ].join('|')})$`,
);

/** What ends before a name when nothing belongs to it. */
const BOUNDARY = /[，。；：！？,;:!?…—\n“‘《（([【•*]$/;

/** “一、”, “1.”, “（2）” before a name. */
const NUMBERED = /(?:^|[^\d.])[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）.．、]$/;

/** “基本支出60万元” or “基本支出60万元（占60%）”: another name begins after it. */
const AFTER_AMOUNT = new RegExp(`\\d ?(?:${UNITS}|分)(?:[（(][^（）()]{0,30}[）)])?$`);

export const JOINER = /(?:以及|加上|[、和与及])$/;

/** As much as has to be looked at; what is longer is no row of such words. */
const WINDOW = 64;

export interface Lead {
  /** The words passed, the nearest first. */
  readonly words: readonly string[];
  /** Where the first of them begins. */
  readonly from: number;
}

/**
 * The words that precede a name, if it stands alone after them; undefined where it is part of
 * something else. `more` are harmless here as well: what the unit is called, columns of the figure.
 */
export function leadOf(text: string, from: number, more: readonly string[]): Lead | undefined {
  let place = from;
  const words: string[] = [];
  while (from - place < WINDOW) {
    const lead = toHalfWidth(text.slice(Math.max(0, place - WINDOW), place));
    const rest = lead.trimEnd();
    if (rest === '' || BOUNDARY.test(rest) || NUMBERED.test(rest) || AFTER_AMOUNT.test(rest))
      return { words, from: place };
    const joiner = JOINER.exec(rest)?.[0];
    if (joiner !== undefined)
      return AFTER_AMOUNT.test(rest.slice(0, -joiner.length).trimEnd()) ? { words, from: place } : undefined;
    const end = place - (lead.length - rest.length);
    const known = more.find((word) => word !== '' && text.endsWith(word, end)) ?? HARMLESS.exec(rest)?.[0];
    if (known === undefined) return undefined;
    words.push(known);
    place = end - known.length;
  }
  return undefined;
}

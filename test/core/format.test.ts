import {
  exact,
  formatQuantity,
  literal,
  parseFormat,
  type Quantity,
  quantity,
  quantityText,
  unitOf,
  YUAN,
} from '@jixiao/core';
import { describe, expect, test } from 'vitest';

describe('the text of a quantity', () => {
  test.each<[string, Quantity, Parameters<typeof quantityText>[1]]>([
    ['1542.1万元', literal('1542.1', '万元'), {}],
    ['369万元', literal('369.00', '万元'), {}],
    ['12.3456万元', literal('12.3456', '万元'), {}],
    ['60.8333%', literal('60.8333', '%'), {}],
    ['60.83%', quantity(exact(1825).div(30), unitOf('%')), {}],
    ['78人', literal('78', '人'), {}],
    ['11.86人', quantity(exact(83).div(7), unitOf('人')), {}],
    ['3.5天', literal('3.5', '天'), {}],
    ['-45.39万元', literal('-45.39', '万元'), {}],
    ['0.5', literal('0.5'), {}],
    ['3/人', literal('3', '1/人'), {}],
    ['3万元/人', literal('3', '万元/人'), {}],
    ['27993800元', literal('2799.38', '万元'), { unit: YUAN }],
    ['27,993,800元', literal('2799.38', '万元'), { unit: YUAN, grouping: true }],
    ['1142.89万元', literal('11428912.34', '元'), { unit: unitOf('万元') }],
    ['1142.891234万元', literal('11428912.34', '元'), { unit: unitOf('万元'), atMost: 6 }],
    ['369.00万元', literal('369', '万元'), { places: 2 }],
    ['369.13', literal('369.126', '万元'), { places: 2, unit: 'none' }],
    ['1,234.5', literal('1234.5', '万元'), { unit: 'none', grouping: true }],
    ['7.3', literal('7.3', '%'), { unit: 'none' }],
    [`0.${'1'.repeat(100)}`, literal(`0.${'1'.repeat(150)}`), {}],
  ])('%s', (text, q, options) => expect(quantityText(q, options)).toBe(text));

  test('has no unit of another dimension', () =>
    expect(() => quantityText(literal('78', '人'), { unit: YUAN })).toThrow(RangeError));
});

describe('formats of an interpolation', () => {
  // written, unit, format, text
  test.each([
    ['2799.38', '万元', '元', '27993800元'],
    ['27993812.34', '元', '万元', '2799.38万元'],
    ['2799.38', '万元', '万元', '2799.38万元'],
    ['12.3456', '万元', '万元', '12.3456万元'],
    ['27993800', '元', '万元 0.0', '2799.4万元'],
    ['27993800', '元', '0.0 万元', '2799.4万元'],
    ['1542.1', '万元', '0.00', '1542.10万元'],
    ['1542.1', '万元', '0', '1542万元'],
    ['1542.10', '万元', '0.##', '1542.1万元'],
    ['1542.126', '万元', '0.##', '1542.13万元'],
    ['1542.1', '万元', '#,##0.00', '1,542.10万元'],
    ['27993800', '元', '#,##0', '27,993,800元'],
    ['0.6083', '', '%', '60.83%'],
    ['0.6083', '', '0.0%', '60.8%'],
    ['60.83', '%', '0.000', '60.830%'],
    ['60.83', '%', '无单位', '60.83'],
    ['60.83', '%', 'number', '60.83'],
    ['1542.1', '万元', '无单位 0.00', '1542.10'],
    ['1542.1', '万元', '元 无单位', '15421000'],
    ['1542.1', '万元', '元　无单位　＃，＃＃０', 'refused'],
    ['1542.1', '万元', '０．００', '1542.10万元'],
    ['0.5', '', '％', '50%'],
    ['2799.38', '万元', '大写', '人民币贰仟柒佰玖拾玖万叁仟捌佰元整'],
    ['2799.38', '万元', 'upper', '人民币贰仟柒佰玖拾玖万叁仟捌佰元整'],
    ['2799.38', '万元', '大写 无单位', '贰仟柒佰玖拾玖点叁捌'],
    ['2799.38', '万元', '大写 万元', '贰仟柒佰玖拾玖点叁捌万元'],
    ['2799.38', '万元', '中文', '二千七百九十九点三八万元'],
    ['78', '人', '大写', '柒拾捌人'],
    ['78', '人', '中文', '七十八人'],
    ['78', '人', '中文 无单位', '七十八'],
    ['12', '', 'chinese', '十二'],
    ['60.83', '%', '中文', '百分之六十点八三'],
    ['-3', '%', '中文', '负百分之三'],
    ['30', '亩', '公顷', '2公顷'],
    ['17354', '元/人', '万元/人', '1.74万元/人'],
    ['78', '人', '元', 'refused'],
    ['78', '人', '%', 'refused'],
    ['78', '人', '大些', 'refused'],
    ['78', '人', '', 'refused'],
    ['78', '人', '  ', 'refused'],
    ['78', '人', '0.0.0', 'refused'],
    ['78', '人', '00', 'refused'],
    ['78', '人', '0.0#', 'refused'],
    ['78', '人', `0.${'0'.repeat(101)}`, 'refused'],
    ['78', '人', '0 0.0', 'refused'],
    ['78', '人', '人 人', 'refused'],
    ['0.5', '', '% 0%', 'refused'],
    ['78', '人', '大写 中文', 'refused'],
    ['78', '人', '大写 0.00', 'refused'],
    ['78', '人', '无单位 number', 'refused'],
  ])('%s%s: %s', (digits, unit, format, expected) => {
    const result = formatQuantity(literal(digits, unit), format);
    if (result.ok) expect(result.text).toBe(expected);
    else {
      expect(expected).toBe('refused');
      expect(result.why.zh).toMatch(/\p{Script=Han}/u);
      expect(result.why.en).not.toBe('');
    }
  });

  test('a refusal names the word', () => {
    const result = formatQuantity(literal('78', '人'), '万元');
    expect(result).toEqual({
      ok: false,
      why: {
        zh: '没有“万元”这种格式，“人”也不能换算成“万元”',
        en: 'there is no format “万元”, and “人” does not convert to it',
      },
    });
  });

  test('is known without the quantity', () => {
    expect(parseFormat('万元 #,##0.00')).toEqual({
      ok: true,
      format: { unit: unitOf('万元'), decimals: { places: 2, grouping: true } },
    });
    expect(parseFormat('0.0x').ok).toBe(false);
  });
});

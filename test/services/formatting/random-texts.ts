import { readFileSync } from 'node:fs';
import fc from 'fast-check';

const EXAMPLES = new URL('../../../examples/', import.meta.url);

export function exampleText(name: string): string {
  return readFileSync(new URL(name, EXAMPLES), 'utf8');
}

const WHITE = [' ', '  ', '\t', '\u3000', '\n', '\n\n', '\n\n\n', '\r\n', ''];
const WIDTHS = [
  '=＝',
  ':：',
  ',，、',
  '(（',
  ')）',
  '{｛',
  '}｝',
  '[［【',
  ']］】',
  '|｜',
  '%％',
  '.．',
  '"“”',
  '+＋',
  '-－',
  '*×',
  '/÷',
  '#＃',
  '0０',
  '5５',
];
const DEBRIS = [
  '}',
  '{',
  '[',
  ']',
  '"',
  '“',
  '”',
  '#{',
  '=',
  '|',
  '->',
  '//',
  '// 允许 sum/mismatch: 尾差\n',
  '\n数据 甲 = 1\n',
  '—',
  '-',
  '.',
  '\\',
  ':',
  '节 "一" [',
  '1',
  '甲',
  '如果',
  '；',
];

/** A change at a place of a text, given as a part of its length. */
interface Change {
  readonly place: number;
  readonly kind: 'white' | 'width' | 'debris' | 'cut';
  readonly choice: number;
}

function change(kinds: readonly Change['kind'][]): fc.Arbitrary<Change> {
  return fc.record({
    place: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    kind: fc.constantFrom(...kinds),
    choice: fc.nat(1000),
  });
}

function apply(text: string, { place, kind, choice }: Change): string {
  const at = Math.floor(place * text.length);
  const pick = (list: readonly string[]) => list[choice % list.length] ?? '';
  switch (kind) {
    case 'white': {
      // Where white space stands, in its place; elsewhere only beside a mark, so that words stay whole.
      const near = text.slice(at).search(/\s|(?<=[={}[\]|:,()])|(?=[={}[\]|:,()])/);
      const from = near < 0 ? at : at + near;
      const length = /^[ \t\r\n\u3000]*/.exec(text.slice(from))?.[0].length ?? 0;
      return text.slice(0, from) + pick(WHITE) + text.slice(from + length);
    }
    case 'width': {
      const group = WIDTHS[choice % WIDTHS.length] ?? '';
      const near = [...text.slice(at)].findIndex((sign) => group.includes(sign));
      if (near < 0) return text;
      const from = at + [...text.slice(at)].slice(0, near).join('').length;
      return text.slice(0, from) + (group[(choice >> 5) % group.length] ?? '') + text.slice(from + 1);
    }
    case 'debris':
      return text.slice(0, at) + pick(DEBRIS) + text.slice(at);
    case 'cut':
      return text.slice(0, at) + text.slice(at + 1 + (choice % 40));
  }
}

/** A text with its spacing and the width of its marks changed at random; most of it still reads as before. */
export function respaced(text: string): fc.Arbitrary<string> {
  return fc.array(change(['white', 'white', 'width']), { maxLength: 40 }).map((changes) => changes.reduce(apply, text));
}

/** A text with random damage besides. */
export function damaged(text: string): fc.Arbitrary<string> {
  const changes = fc.array(change(['white', 'width', 'debris', 'cut']), { minLength: 1, maxLength: 12 });
  return changes.map((list) => list.reduce(apply, text));
}

const NAMES = ['工资', '商品和服务支出', '列', '数据', 'wages', '因公出国费', '𠮷村', '「引 号」'];
const name = fc.constantFrom(...NAMES);
const gap = fc.constantFrom(' ', '  ', '\t', '\u3000');
const maybeGap = fc.constantFrom('', ' ', '   ', '\u3000');
const newline = fc.constantFrom('\n', '\n\n', '\n   ', '\n\t', '\n\n\n  ');
const number = fc.tuple(fc.nat(9999), fc.nat(99)).map(([whole, part]) => (part % 3 ? `${whole}` : `${whole}.${part}`));
const value = fc.oneof(
  number,
  fc.constantFrom('—', '--', '１２．５', '1200', '0', '-5'),
  fc
    .tuple(number, maybeGap, fc.constantFrom('+', '－', '*', '/', '×'), maybeGap, number)
    .map((parts) => parts.join('')),
);
const label = fc.constantFrom('', '"标签（一）"', '“标签”', '“有"引号"”');
const comment = fc.constantFrom('', '', '', ' // 说明，（一）', '// 允许 sum/mismatch: 尾差');

const separated = (items: fc.Arbitrary<string>, between: fc.Arbitrary<string>, maxLength: number) =>
  fc.array(fc.tuple(items, between), { minLength: 1, maxLength }).map((list) => list.flat().join(''));

/** Rows of figures with so many cells, parts inside them down to a depth. */
function rows(cells: number, depth: number): fc.Arbitrary<string> {
  const mark = fc.constantFrom('=', '＝', ' = ');
  const bar = fc.constantFrom('|', '｜', ' | ', '  |');
  const written = fc
    .tuple(mark, fc.array(value, { minLength: cells, maxLength: cells }), bar)
    .map(([sign, list, between]) => sign + list.join(between));
  const block =
    depth === 0 ? fc.constant('') : fc.oneof({ weight: 2, arbitrary: fc.constant('') }, blockOf(cells, depth - 1));
  const row = fc.tuple(name, gap, label, maybeGap, written, maybeGap, block).map((parts) => parts.join(''));
  const between = fc.oneof(
    fc.constant('  '),
    fc.tuple(comment, newline).map((parts) => parts.join('')),
  );
  return separated(row, between, 4);
}

function blockOf(cells: number, depth: number): fc.Arbitrary<string> {
  const kinds = fc.constantFrom('', '按 口径 ', 'by 口径', '其中', 'including ');
  const body = fc
    .tuple(kinds, maybeGap, rows(cells, depth), maybeGap)
    .map(([kind, space, inner, end]) =>
      kind === '' ? `{${space}${inner}${end}}` : `{${space}${kind}{${inner}}${end}}`,
    );
  return body;
}

const figures = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('预算', 'budget', '数据'),
      gap,
      fc.constantFrom('支出', '收入'),
      gap,
      label,
      fc.constantFrom(' 单位为 万元', ' in 万元'),
      fc.constantFrom(' = 5', '＝１２．３', ''),
      maybeGap,
      blockOf(1, 2),
    )
    .map((parts) => parts.join('')),
  fc
    .tuple(fc.constantFrom('预算 三公 ', 'figures 三公'), maybeGap, newline, rows(2, 1))
    .map(([head, space, line, inner]) => `${head} 单位为 元 {${line}列 预算|决算｜率 ＝决算÷预算\n${space}${inner}}`),
);

const part = fc.constantFrom(
  '文字，（括号）“引号”',
  '  ',
  '#{支出}',
  '#{ 支出 ／ 2:0.0}',
  '\n',
  '\n　　',
  '\n+ ',
  '\n- ',
  '*重*',
  '\\]',
  '\\ ',
  '１２３',
  '\n// 注释',
  '#{如果 1<2 则 "a" 否则“b”}',
  '\n\n\n',
);
const prose = fc
  .tuple(fc.constantFrom('[', '［', '【'), fc.array(part, { maxLength: 10 }))
  .map(([open, parts]) => `${open}${parts.join('')}${{ '[': ']', '［': '］', '【': '】' }[open]}`);
const section: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('节', 'section', '节  '),
    maybeGap,
    fc.constantFrom('"一"', '“二”'),
    maybeGap,
    prose,
    fc.constantFrom('', '{ 表 支出 分页 }', '\n{\n表 支出}'),
  )
  .map((parts) => parts.join(''));
const report = fc
  .tuple(
    fc.constantFrom('报告 "报告"', 'report“报告”'),
    fc.constantFrom('{', '｛', '\n{'),
    separated(section, newline, 3),
  )
  .map(([head, open, inner]) => `${head}${open}${inner}}`);
const indicator = fc
  .tuple(
    name,
    gap,
    label,
    fc.constantFrom(' 5分', ' １０分'),
    fc.constantFrom(':', '：', ' : '),
    fc.constantFrom('>=', '≥', '＝', ''),
    value,
    fc.constantFrom('->', '→', ' -> '),
    number,
    fc.constantFrom('', '=3分', ' = 3分 因为 "x"', '\n因为 “y” 改进 "z"'),
  )
  .map((parts) => parts.join(''));
const indicators = separated(indicator, fc.oneof(newline, fc.constant('  ')), 5).map(
  (inner) => `指标 表 采用 湖南整体支出{产出指标 50分{${inner}}}`,
);

/** A whole report made up at random, spaced at random. */
export const reportText: fc.Arbitrary<string> = separated(
  fc.oneof(
    figures,
    figures,
    report,
    indicators,
    fc.constantFrom('// 说明', '  // 缩进', '// 允许 sum/mismatch: 尾差', '核对 1<2 否则“x”'),
  ),
  fc.constantFrom('\n', '\n\n', '\n\n\n\n', '\n  '),
  5,
);

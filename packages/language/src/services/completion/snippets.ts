import type { Language } from '@jixiao/core';
import type { BlockKind } from './blocks.js';

/** Spells a keyword, given in Chinese, in the language of the file. */
type Spell = (keyword: string) => string;

/** The text of a construct with its stops, written in the spelling of a file. */
type Template = (word: Spell, text: (zh: string, en: string) => string) => string;

const figures =
  (keyword: string, unit: string): Template =>
  (word, text) =>
    `${word(keyword)} \${1:${text('名称', 'name')}} "\${2:${text('标题', 'label')}}"${unit === '' ? '' : ` ${word('单位为')} ${unit}`} {\n  \${3:${text('分项', 'part')}} = $0\n}`;

/** Whole declarations. */
const DECLARATIONS: Readonly<Record<string, Template>> = {
  引入: (word) => `${word('引入')} "$1" ${word('为')} $0`,
  单位: (word, text) =>
    `${word('单位')} \${1:${text('名称', 'name')}} "\${2:${text('全称', 'full name')}}" {\n  ${text('简称', 'shortname')} "$0"\n}`,
  预算: figures('预算', '万元'),
  人员: figures('人员', '人'),
  数据: figures('数据', ''),
  核对: (word, text) => `${word('核对')} $1 <= $2 ${word('否则')} "\${3:${text('说明', 'explanation')}}"`,
  指标: (word, text) =>
    `${word('指标')} \${1:${text('自评表', 'evaluation')}} "\${2:${text('部门整体支出绩效自评表', 'label')}}" ${word('采用')} $3 {\n  $0\n}`,
  评分办法: (word, text) =>
    `${word('评分办法')} \${1:${text('名称', 'name')}} ${word('基于')} $2 {\n  ${word('等级')} { $0 }\n}`,
  提纲: (word, text) => `${word('提纲')} \${1:${text('名称', 'name')}} {\n  ${word('节')} "$0"\n}`,
  表式: (word, text) =>
    `${word('表式')} \${1:${text('名称', 'name')}} "\${2:${text('标题', 'label')}}" {\n  ${word('指标')} "$3" { $0 }\n}`,
  报告: (word, text) =>
    `${word('报告')} "\${1:${text('部门整体支出绩效自评报告', 'title')}}" {\n  ${text('单位', 'unit')} $2\n  ${text('年度', 'year')} $3\n  ${text('日期', 'date')} $4\n\n  ${word('节')} "$5" [\n    $0\n  ]\n}`,
};

const ITEMS: Readonly<Record<string, Template>> = {
  节: (word, text) => `${word('节')} "\${1:${text('标题', 'heading')}}" [\n  $0\n]`,
  表: (word) => `${word('表')} $0`,
  图: (word) => `${word('图')} \${1|${word('饼图')},${word('柱图')},${word('折线图')}|} $0`,
  图片: (word, text) => `${word('图片')} "$1" "\${2:${text('图题', 'caption')}}"`,
  附件: (word, text) => `${word('附件')} \${1:1} "\${2:${text('标题', 'title')}}" {\n  $0\n}`,
  横向: (word) => `${word('横向')} {\n  $0\n}`,
};

const FIGURES: Readonly<Record<string, Template>> = {
  列: (word, text) => `${word('列')} \${1:${text('上年决算', 'before')}} | $0`,
  按: (word, text) => `${word('按')} \${1:${text('经济分类', 'kind')}} {\n  $0\n}`,
  其中: (word) => `${word('其中')} {\n  $0\n}`,
  核对: (word, text) => `${word('核对')} $1 <= $2 ${word('否则')} "\${3:${text('说明', 'explanation')}}"`,
};

const STATEMENTS: Readonly<Partial<Record<BlockKind, Readonly<Record<string, Template>>>>> = {
  file: DECLARATIONS,
  unit: { 预算: figures('预算', '万元'), 人员: figures('人员', '人'), 数据: figures('数据', '') },
  table: FIGURES,
  figures: FIGURES,
  indicators: {
    目标: (word, text) =>
      `${word('目标')} "\${1:${text('预期目标', 'planned')}}" -> "\${2:${text('完成情况', 'reached')}}"`,
  },
  rubric: {
    体系: (word) => `${word('体系')} {\n  $0\n}`,
    等级: (word, text) => `${word('等级')} { ${text('优', 'excellent')} >= 90分  $0 }`,
    档次: (word) =>
      `${word('档次')} { ${word('达成')} 80% .. 100%  ${word('部分达成')} 60% .. 80%  ${word('未达成')} 0% .. 60% }`,
    方法: (word, text) =>
      `${word('方法')} \${1:${text('名称', 'name')}}(${text('目标, 实际, 分值', 'target, actual, points')}) ${word('适用')} >= {\n  $2 -> $3\n  ${word('否则')} -> $0\n}`,
    封顶: (word, text) => `${word('封顶')} ${text('执行率', 'execution')} < \${1:80%} -> \${2:89分}`,
    要求: (word, text) => `${word('要求')} ${word('因为')} ${text('得分', 'score')} < ${text('分值', 'points')}`,
  },
  outline: { 节: (word, text) => `${word('节')} "\${1:${text('标题', 'heading')}}"` },
  form: {
    信息: (word) => `${word('信息')} \${1:2} { $0 }`,
    资金: (word, text) => `${word('资金')} "\${1:${text('资金情况', 'funds')}}" { $0 }`,
    指标: (word, text) => `${word('指标')} "\${1:${text('绩效指标', 'indicators')}}" { $0 }`,
    签名: (word) => `${word('签名')} "$0"`,
  },
  report: ITEMS,
  items: ITEMS,
};

/** The snippet of a keyword that begins a statement of a block; undefined for one that needs none. */
export function snippetOf(kind: BlockKind, keyword: string, spelling: Language, spell: Spell): string | undefined {
  const templates = STATEMENTS[kind];
  const template = templates && Object.hasOwn(templates, keyword) ? templates[keyword] : undefined;
  return template?.(spell, (zh, en) => (spelling === 'zh' ? zh : en));
}

/** The line of an indicator of the lowest level. */
export function indicatorSnippet(points: string, spelling: Language): string {
  const text = (zh: string, en: string) => (spelling === 'zh' ? zh : en);
  return `\${1:${text('指标名称', 'name')}} \${2:${points}}: >= \${3:${text('指标值', 'target')}} -> $0`;
}

import type { Message } from '@jixiao/core';

/** A keyword of the language: its two equal spellings and what it says, in one line. */
export interface Keyword {
  readonly zh: string;
  readonly en: string;
  readonly meaning: Message;
}

const keyword = (zh: string, en: string, meaningZh: string, meaningEn: string): Keyword => ({
  zh,
  en,
  meaning: { zh: meaningZh, en: meaningEn },
});

/** Every keyword. The grammar uses the Chinese spelling; the lexer accepts both. */
export const KEYWORDS: readonly Keyword[] = [
  keyword('引入', 'import', '引入另一个文件中的声明', 'brings in the declarations of another file'),
  keyword('为', 'as', '给引入的文件起一个别名', 'gives an imported file an alias'),
  keyword('单位', 'unit', '声明一个预算单位及其基本情况', 'declares a budget unit and its basic facts'),
  keyword(
    '预算',
    'budget',
    '声明一组金额及其构成，总数与分项自动核对',
    'declares amounts and their parts; totals are checked',
  ),
  keyword(
    '人员',
    'staff',
    '声明人数及其构成，总数与分项自动核对',
    'declares headcounts and their parts; totals are checked',
  ),
  keyword('数据', 'figures', '声明其他数据及其构成', 'declares any other figures and their parts'),
  keyword('单位为', 'in', '规定数值的计量单位，以下不必重复书写', 'sets the unit of measure once for what follows'),
  keyword('列', 'columns', '规定表格的列', 'names the columns of a table'),
  keyword(
    '按',
    'by',
    '按某一口径把总数完整地分解，各项之和必须等于总数',
    'splits a total completely; the parts must make the total',
  ),
  keyword(
    '其中',
    'including',
    '列出总数的一部分，各项之和不得大于总数',
    'lists some of the parts; their sum may not exceed the total',
  ),
  keyword('核对', 'check', '写一条必须成立的关系', 'states a relation that must hold'),
  keyword('否则', 'else', '关系不成立时的说明，或其余情况', 'what to say, or which value to take, otherwise'),
  keyword('指标', 'indicators', '声明一张绩效自评表', 'declares a self-evaluation table of indicators'),
  keyword('采用', 'using', '规定采用的评分办法', 'names the rubric in force'),
  keyword('总分', 'total', '满分或自评总分', 'the full points, or the total score'),
  keyword('等级', 'grades', '评价等级', 'the grade, or the grades of a rubric'),
  keyword('资金', 'funds', '自评表上方的资金情况', 'the funds block on top of the form'),
  keyword('目标', 'goal', '年度总体目标及其完成情况', 'a goal of the year and how it was reached'),
  keyword('方法', 'method', '计分方法', 'a scoring method'),
  keyword('因为', 'because', '偏差原因', 'the reason of a deviation'),
  keyword('改进', 'measure', '改进措施', 'the measure to improve'),
  keyword('达成', 'met', '定性指标：达成预期指标', 'qualitative target met'),
  keyword('部分达成', 'partly', '定性指标：部分达成预期指标并具有一定效果', 'qualitative target partly met'),
  keyword('未达成', 'unmet', '定性指标：未达成预期指标且效果较差', 'qualitative target not met'),
  keyword(
    '评分办法',
    'rubric',
    '声明评分办法：分值、体系、等级、计分方法',
    'declares a rubric: weights, taxonomy, grades, methods',
  ),
  keyword(
    '基于',
    'extends',
    '以另一评分办法为基础，只写不同之处',
    'starts from another rubric and states only what differs',
  ),
  keyword('小数', 'decimals', '得分保留的小数位数', 'decimals kept in a score'),
  keyword('体系', 'taxonomy', '一级、二级指标及其分值', 'the first and second level groups and their points'),
  keyword('可选', 'optional', '可以没有', 'may be absent'),
  keyword('必需', 'required', '必须有', 'must be present'),
  keyword('档次', 'bands', '定性指标三档的得分区间', 'the score bands of qualitative indicators'),
  keyword('适用', 'for', '计分方法适用的目标方向', 'the comparators to which a method applies'),
  keyword('超额', 'over', '超过目标值到一定程度时的处理', 'what follows when a target is far exceeded'),
  keyword('提示', 'flag', '只作提示', 'only flags'),
  keyword('说明', 'explain', '必须说明原因', 'demands a reason'),
  keyword('扣', 'deduct', '扣分', 'deducts points'),
  keyword('封顶', 'cap', '满足条件时总分的上限', 'limits the total under a condition'),
  keyword('要求', 'require', '满足条件时必须填写的内容', 'demands a text under a condition'),
  keyword('提纲', 'outline', '声明报告应有的各节', 'declares the sections that a report is expected to have'),
  keyword('或', 'or', '或者；标题的另一种写法', 'or; another wording of a heading'),
  keyword('且', 'and', '并且', 'and'),
  keyword('字数', 'words', '字数范围', 'limits the number of characters'),
  keyword('内容', 'contents', '正文中应当提到的内容', 'words that the text is expected to mention'),
  keyword('表式', 'form', '声明表格的式样：栏目及其顺序', 'declares the layout of a form: its blocks and columns'),
  keyword('信息', 'facts', '表头信息', 'the lines of facts in a form’s head'),
  keyword('签名', 'signatures', '表末签名', 'the signatures below a form'),
  keyword('报告', 'report', '声明一份报告', 'declares a report'),
  keyword('节', 'section', '一节，标题序号自动生成', 'a section; its number is generated'),
  keyword('表', 'table', '插入一张表', 'inserts a table'),
  keyword('按式', 'styled', '规定表格采用的表式', 'names the form that lays a table out'),
  keyword('图', 'chart', '插入一张图表', 'inserts a chart'),
  keyword('饼图', 'pie', '饼图', 'a pie chart'),
  keyword('柱图', 'bar', '柱形图', 'a bar chart'),
  keyword('折线图', 'line', '折线图', 'a line chart'),
  keyword('图片', 'image', '插入图片', 'inserts an image'),
  keyword('宽', 'width', '图片宽度', 'the width of an image'),
  keyword('附件', 'annex', '附件，另起一页', 'an annex, on a new page'),
  keyword('分页', 'pagebreak', '从下一页开始', 'starts a new page'),
  keyword('横向', 'landscape', '横向页面', 'turns the page on its side'),
  keyword('如果', 'if', '条件', 'a condition'),
  keyword('则', 'then', '条件成立时的值', 'the value where the condition holds'),
];

const BY_SPELLING: ReadonlyMap<string, Keyword> = new Map(
  KEYWORDS.flatMap((entry) => [
    [entry.zh, entry],
    [entry.en, entry],
  ]),
);

/** The keyword that a word spells in either language. */
export function keywordOf(word: string): Keyword | undefined {
  return BY_SPELLING.get(word);
}

/** The Chinese spelling of a keyword; any other word as it is. */
export function canonicalKeyword(word: string): string {
  return BY_SPELLING.get(word)?.zh ?? word;
}

/** Keyword that silences a finding, inside a comment: `// 允许 CODE: reason`. */
export const ALLOW: Keyword = keyword('允许', 'allow', '允许某一提示并说明理由', 'silences one finding, with a reason');

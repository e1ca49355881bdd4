import type { Message } from '@jixiao/core';

/** The section of an editor's settings that belongs to the language. */
export const SETTINGS_SECTION = 'jixiao';

interface Described {
  readonly description: Message;
}

interface Toggle extends Described {
  readonly type: 'boolean';
  readonly default: boolean;
}

interface Choice<V extends string> extends Described {
  readonly type: 'choice';
  readonly default: V;
  readonly choices: Readonly<Record<V, Message>>;
}

/** An object of settings by name, such as severities by finding code. */
interface Table<V extends string> extends Described {
  readonly type: 'table';
  readonly default: Readonly<Record<string, V>>;
  readonly choices: Readonly<Record<V, Message>>;
}

export type SettingDefinition = Toggle | Choice<string> | Table<string>;

const toggle = (value: boolean, zh: string, en: string): Toggle => ({
  type: 'boolean',
  default: value,
  description: { zh, en },
});

const choice = <V extends string>(
  value: NoInfer<V>,
  choices: Readonly<Record<V, Message>>,
  zh: string,
  en: string,
): Choice<V> => ({ type: 'choice', default: value, choices, description: { zh, en } });

/**
 * Every setting of the language server: its name below the section, its default and what it does.
 * The extension's manifest repeats this table and a test compares them.
 */
export const SETTINGS = {
  language: choice(
    'auto',
    {
      auto: { zh: '跟随编辑器的界面语言', en: 'the language of the editor' },
      zh: { zh: '中文', en: 'Chinese' },
      en: { zh: '英文', en: 'English' },
    },
    '提示和说明使用的语言。报告本身始终是中文。',
    'Language of messages. The report itself is always Chinese.',
  ),
  'diagnostics.enabled': toggle(true, '边写边核对。', 'Check while typing.'),
  'diagnostics.unopenedFiles': toggle(
    true,
    '也核对工作区里没有打开的文件。',
    'Also check files of the workspace that are not open.',
  ),
  'diagnostics.proseLiterals': toggle(
    true,
    '核对正文里直接写出的数字，与数据、得分是否一致。',
    'Compare numbers that are written out in prose with the figures and scores.',
  ),
  'diagnostics.severity': {
    type: 'table',
    default: {},
    choices: {
      error: { zh: '错误', en: 'error' },
      warning: { zh: '警告', en: 'warning' },
      hint: { zh: '提示', en: 'hint' },
      off: { zh: '不显示', en: 'not shown' },
    },
    description: {
      zh: '按代码改变某一种问题的级别，例如 {"sum/rounding": "off"}。只影响编辑器里的显示。',
      en: 'Changes the severity of findings by their code, such as {"sum/rounding": "off"}. Concerns the editor only.',
    },
  } satisfies Table<'error' | 'warning' | 'hint' | 'off'>,
  'inlayHints.totals': toggle(
    true,
    '在没有写总数的地方显示分项的合计。',
    'Show the sums of parts where no total is written.',
  ),
  'inlayHints.rates': toggle(
    true,
    '显示计算列的值和指标的完成率。',
    'Show computed columns and how far indicators were reached.',
  ),
  'inlayHints.formulas': toggle(true, '显示算式和引用的数值。', 'Show what formulas and mentions come to.'),
  'inlayHints.scores': toggle(true, '显示按评分办法算出的得分。', 'Show scores that the rubric computes.'),
  'inlayHints.grades': toggle(true, '显示自评表的总分和等级。', 'Show total score and grade of a table.'),
  'inlayHints.points': toggle(true, '显示还没有分配的分值。', 'Show points that are left to give.'),
  'completion.pinyin': toggle(
    true,
    '可以用拼音首字母查找名称，例如 xmzc 找到“项目支出”。',
    'Find names by the initials of their pinyin: xmzc finds 项目支出.',
  ),
  'format.keywords': choice(
    'keep',
    {
      keep: { zh: '保持原样', en: 'as they are written' },
      zh: { zh: '全部用中文', en: 'all in Chinese' },
      en: { zh: '全部用英文', en: 'all in English' },
    },
    '整理格式时关键词的写法。',
    'Spelling of the keywords when formatting.',
  ),
  'format.align': toggle(
    true,
    '整理格式时把相邻各行的 = | : -> 对齐。',
    'Align the marks = | : -> of neighbouring rows when formatting.',
  ),
} as const satisfies Readonly<Record<string, SettingDefinition>>;

export type SettingName = keyof typeof SETTINGS;

type ValueOf<D> = D extends Toggle
  ? boolean
  : D extends { readonly type: 'choice'; readonly choices: Readonly<Record<infer V, Message>> }
    ? V
    : D extends { readonly type: 'table'; readonly choices: Readonly<Record<infer V, Message>> }
      ? Readonly<Record<string, V>>
      : never;

/** The settings in force. */
export type Settings = { readonly [N in SettingName]: ValueOf<(typeof SETTINGS)[N]> };

export const DEFAULT_SETTINGS = Object.fromEntries(
  Object.entries(SETTINGS).map(([name, definition]) => [name, definition.default]),
) as Settings;

/** A value in a client's settings that is not allowed; the default stands in, in a table for the entry alone. */
export interface RefusedSetting {
  readonly name: SettingName;
  readonly value: unknown;
}

/** Reads the section as a client sends it: an object nested by the dots of the names, or one with dots in its keys. */
export function readSettings(section: unknown): { settings: Settings; refused: readonly RefusedSetting[] } {
  const refused: RefusedSetting[] = [];
  const entries = Object.entries(SETTINGS).map(([name, definition]: [string, SettingDefinition]) => {
    const value = valueAt(section, name);
    if (value === undefined || value === null) return [name, definition.default];
    if (allows(definition, value)) return [name, value];
    refused.push({ name: name as SettingName, value });
    return [name, definition.type === 'table' ? allowedEntries(definition, value) : definition.default];
  });
  return { settings: Object.fromEntries(entries) as Settings, refused };
}

function allows(definition: SettingDefinition, value: unknown): boolean {
  switch (definition.type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'choice':
      return isChoice(definition, value);
    case 'table':
      return isRecord(value) && Object.values(value).every((entry) => isChoice(definition, entry));
  }
}

/** One slip in a table takes nothing away from its other entries. */
function allowedEntries(definition: Table<string>, value: unknown): Readonly<Record<string, string>> {
  if (!isRecord(value)) return definition.default;
  const allowed = Object.entries(value).filter((entry): entry is [string, string] => isChoice(definition, entry[1]));
  return Object.fromEntries(allowed);
}

function isChoice(definition: { readonly choices: Readonly<Record<string, Message>> }, value: unknown): boolean {
  return typeof value === 'string' && Object.hasOwn(definition.choices, value);
}

function valueAt(section: unknown, name: string): unknown {
  if (!isRecord(section)) return undefined;
  if (Object.hasOwn(section, name)) return section[name];
  const dot = name.indexOf('.');
  return dot < 0 ? undefined : valueAt(section[name.slice(0, dot)], name.slice(dot + 1));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import type { Message } from '@jixiao/core';

interface OptionBase {
  /** The one letter after a single dash. */
  readonly short?: string;
  readonly meaning: Message;
}

/** An option of a verb, as data: parsing, help and types follow from it. */
export type Option =
  | (OptionBase & { readonly kind: 'flag' })
  | (OptionBase & { readonly kind: 'text'; readonly value: Message })
  | (OptionBase & {
      readonly kind: 'choice';
      readonly choices: readonly [string, ...string[]];
      readonly default: string;
    });

export type Options = Readonly<Record<string, Option>>;

/** What a run gets for its options. */
export type OptionValues<O extends Options> = {
  readonly [K in keyof O]: O[K] extends { kind: 'flag' }
    ? boolean
    : O[K] extends { kind: 'choice'; choices: readonly (infer C)[] }
      ? C
      : string | undefined;
};

/** The options of every verb. */
export const GLOBAL_OPTIONS = {
  lang: {
    kind: 'choice',
    choices: ['zh', 'en'],
    default: 'zh',
    meaning: { zh: '提示所用的语言', en: 'language of the messages' },
  },
  help: { kind: 'flag', short: 'h', meaning: { zh: '显示用法', en: 'show the usage' } },
  version: { kind: 'flag', short: 'V', meaning: { zh: '显示版本', en: 'show the version' } },
} as const satisfies Options;

export type GlobalValues = OptionValues<typeof GLOBAL_OPTIONS>;

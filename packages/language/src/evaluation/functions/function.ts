import type { Finding, Message, Quantity, Span } from '@jixiao/core';
import type { Context } from '../context.js';
import type { Nothing, Value } from '../value.js';

export interface Parameter {
  readonly zh: string;
  readonly en: string;
  readonly optional?: boolean;
  /** Takes all further arguments. */
  readonly rest?: boolean;
}

/** One argument of a call. */
export interface Argument {
  readonly value: Value;
  readonly span: Span;
}

/** What a function may use besides its arguments. */
export interface CallSite {
  readonly context: Context;
  readonly span: Span;
  readonly name: string;
  /** The number that an argument stands for; reports where it stands for none. */
  quantity(argument: Argument | undefined): Quantity | Nothing;
  report(finding: Finding): void;
}

/** A function of the language. One file in this folder defines those of one kind; `registry.ts` lists them. */
export interface PerfFunction {
  readonly zh: string;
  readonly en: string;
  readonly parameters: readonly Parameter[];
  readonly summary: Message;
  call(args: readonly Argument[], site: CallSite): Value;
}

/** `占比(部分, 总数)`, as shown in messages and signature help. */
export function signature(definition: PerfFunction, language: 'zh' | 'en'): string {
  const parameters = definition.parameters.map((parameter) => {
    const name = parameter.rest ? `${parameter[language]}…` : parameter[language];
    return parameter.optional ? `[${name}]` : name;
  });
  return `${definition[language]}(${parameters.join(', ')})`;
}

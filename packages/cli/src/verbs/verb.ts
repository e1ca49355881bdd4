import type { Message } from '@jixiao/core';
import type { Options, OptionValues } from '../arguments/option.js';
import type { Speaker } from '../terminal.js';

/** What a verb is called with. */
export interface Call<O extends Options> {
  readonly options: OptionValues<O>;
  readonly operands: readonly string[];
  readonly speaker: Speaker;
}

/**
 * A verb of the command line. Its module only says how it is called: what it works with is imported
 * when it runs, so that one verb does not wait for the code of another.
 */
export interface Verb<O extends Options = Options> {
  readonly name: string;
  /** What it does, in a line. */
  readonly summary: Message;
  /** How its operands are written, after the name. */
  readonly operands: Message;
  /** How many operands there must be. */
  readonly count: { readonly least: number; readonly most: number };
  readonly options: O;
  /** Further paragraphs of its help. */
  readonly notes?: Message;
  /** The exit code: one of the table, except for a server, which has its own. */
  run(call: Call<O>): Promise<number>;
}

/** Defines a verb, so that the types of its options reach `run`. */
export function defineVerb<const O extends Options>(verb: Verb<O>): Verb {
  // `run` is only ever called with values that were read by the verb's own table.
  return verb as unknown as Verb;
}

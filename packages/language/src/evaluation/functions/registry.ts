import { DATE_FUNCTIONS } from './dates.js';
import type { PerfFunction } from './function.js';
import { NUMBER_FUNCTIONS } from './numbers.js';
import { TEXT_FUNCTIONS } from './texts.js';

/** Every function of the language. */
export const FUNCTIONS: readonly PerfFunction[] = [...NUMBER_FUNCTIONS, ...TEXT_FUNCTIONS, ...DATE_FUNCTIONS];

const BY_NAME: ReadonlyMap<string, PerfFunction> = new Map(
  FUNCTIONS.flatMap((definition) => [
    [definition.zh, definition],
    [definition.en, definition],
  ]),
);

/** The function of this Chinese or English name. */
export function functionOf(name: string): PerfFunction | undefined {
  return BY_NAME.get(name);
}

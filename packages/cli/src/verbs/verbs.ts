import { build } from './build.js';
import { check } from './check.js';
import { explain } from './explain.js';
import { fmt } from './fmt.js';
import { inspect } from './inspect.js';
import { lsp } from './lsp.js';
import { newFile } from './new.js';
import type { Verb } from './verb.js';

/** Every verb, in the order in which help lists them. A new one takes a file and a line here. */
export const VERBS: readonly Verb[] = [check, build, fmt, inspect, explain, newFile, lsp];

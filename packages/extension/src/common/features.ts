import type { Feature } from './feature.js';
import { previews } from './preview/previews.js';
import { compileCommands } from './word/compile.js';

/** Everything that the extension does beside what the language client does by itself. */
export const FEATURES: readonly Feature[] = [previews, compileCommands];

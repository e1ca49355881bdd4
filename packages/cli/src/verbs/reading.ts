/*
 * What the verbs that read reports work with, imported at once when one of them runs: each module that is imported by
 * itself becomes a file of its own, and so does what it shares with others, and to load a file takes longer than to run
 * what stands in it. For the same reason what `explain` asks the language about a wrong code stands here.
 */
export { similarWords } from '@jixiao/language';
export { buildOperand } from '../building/build-operand.js';
export { filesOf } from '../files/perf-files.js';
export { checkOperands } from '../findings/check-operands.js';
export { jsonReport } from '../findings/json.js';
export { summarise, summaryText } from '../findings/summary.js';
export { FindingsText } from '../findings/text.js';
export { inspectionJson } from '../inspection/inspect-json.js';
export { inspectionText } from '../inspection/inspect-text.js';

export * as checks from './checks.js';
export * as names from './names.js';
export * as outlines from './outlines.js';
export * as scores from './scores.js';
export * as sums from './sums.js';
export * as syntax from './syntax.js';
export * as values from './values.js';

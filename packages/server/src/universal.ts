/*
 * The language server in one file for both hosts, a process of Node and a web worker: an extension that
 * runs in either ships it once. What belongs to the other host is never evaluated.
 */

const isWorker = typeof (globalThis as { readonly importScripts?: unknown }).importScripts === 'function';

void (isWorker ? import('./browser.js') : import('./node.js'));

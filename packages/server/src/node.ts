import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { describeError } from './log.js';
import { nodeHost } from './node-host.js';
import { startServer } from './server.js';

/*
 * The language server as a process of its own. Speaks over --stdio (also when nothing is said),
 * --node-ipc, --socket=PORT or --pipe=NAME.
 */

/*
 * A server runs all day beside an editor, most of it idle: it had better collect garbage a little more often than grow
 * to twice of what it needs. In percent of what is in use.
 */
const HEAP_GROWTH = 40;
setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`);

const TRANSPORT = /^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/;

if (!process.argv.some((argument) => TRANSPORT.test(argument))) process.argv.push('--stdio');

const connection = createConnection(ProposedFeatures.all);

// Nothing that goes wrong inside may take the user's editor support away.
process.on('uncaughtException', (error) => {
  if ('code' in error && error.code === 'EPIPE') process.exit(1);
  connection.console.error(describeError(error));
});
process.on('unhandledRejection', (reason) => connection.console.error(describeError(reason)));

// A parent that is gone without a word.
process.on('disconnect', () => process.exit(1));

startServer(connection, nodeHost);

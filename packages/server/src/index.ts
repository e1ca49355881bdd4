export { nodeHost } from './node-host.js';
export { type ServerHost, startServer } from './server.js';
export { SERVER_NAME, SERVER_VERSION } from './version.js';
export type { FileSystem } from './workspace/file-system.js';

import { NodeFiles } from './node-files.js';
import type { ServerHost } from './server.js';
import { ClientFiles } from './workspace/client-files.js';
import { FilesByScheme } from './workspace/files-by-scheme.js';

/** A process of Node: it reads the disk itself. */
export const nodeHost: ServerHost = {
  fileSystem: (connection, client) => new FilesByScheme(new NodeFiles(), new ClientFiles(connection, client)),
};

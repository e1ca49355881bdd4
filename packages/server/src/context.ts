import type { Connection } from 'vscode-languageserver';
import type { Addresses } from './addresses.js';
import type { Client } from './client.js';
import type { Configuration } from './configuration.js';
import type { Log } from './log.js';
import type { PreviewRenderer } from './preview/renderer.js';
import type { Session } from './session.js';
import type { Workspace } from './workspace/workspace.js';

/** What every feature of the server works with. */
export interface ServerContext {
  readonly connection: Connection;
  readonly client: Client;
  readonly session: Session;
  readonly configuration: Configuration;
  readonly workspace: Workspace;
  readonly addresses: Addresses;
  readonly previews: PreviewRenderer;
  readonly log: Log;
}

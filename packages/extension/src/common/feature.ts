import type { Disposable, ExtensionContext, LogOutputChannel } from 'vscode';
import type { ServerSession } from './client/server-session.js';

/** What a feature works with. */
export interface Services {
  readonly context: ExtensionContext;
  readonly session: ServerSession;
  readonly log: LogOutputChannel;
}

/** Registers one thing that the extension does; what it returns ends it. */
export type Feature = (services: Services) => readonly Disposable[];

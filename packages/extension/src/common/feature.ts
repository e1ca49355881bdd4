import type { Disposable, ExtensionContext, LogOutputChannel, Uri } from 'vscode';
import type { ServerSession } from './client/server-session.js';

/** What a feature works with. */
export interface Services {
  readonly context: ExtensionContext;
  readonly session: ServerSession;
  readonly log: LogOutputChannel;
  /** The user's own folder, where there is a disk: files go there that belong to no folder of a workspace. */
  readonly home: Uri | undefined;
}

/** Registers one thing that the extension does; what it returns ends it. */
export type Feature = (services: Services) => readonly Disposable[];

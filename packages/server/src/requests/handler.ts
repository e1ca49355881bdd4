import type { CancellationToken } from 'vscode-languageserver';
import type { ServerContext } from '../context.js';
import type { CustomRequest } from '../protocol.js';

/** The answer to one of the custom requests. */
export interface RequestHandler {
  readonly register: (context: ServerContext) => void;
}

/** Ties a custom request to what answers it. */
export function handler<P, R>(
  { method }: CustomRequest<P, R>,
  answer: (params: P, context: ServerContext, token: CancellationToken) => R | Promise<R>,
): RequestHandler {
  return {
    register: (context) => {
      const guarded = context.session.request(method, (params: P, token) => answer(params, context, token));
      context.connection.onRequest<unknown, never>(method, (params: P, token: CancellationToken) =>
        guarded(params, token),
      );
    },
  };
}

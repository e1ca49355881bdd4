import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { describeError, type Log } from './log.js';
import { Turns } from './turns.js';

type Answer<R> = R | ResponseError<never> | Promise<R | ResponseError<never>>;

/**
 * Where the conversation with the client stands, and the guard around every answer: nothing is
 * answered before initialize or after shutdown, and an exception is an error response and a line in
 * the log, never the end of the process.
 */
export class Session {
  private state: 'new' | 'initialized' | 'shut down' = 'new';

  /** Told of every message, so that what takes long can wait until all that came in is taken in. */
  readonly turns = new Turns();

  constructor(private readonly log: Log) {}

  initialized(): void {
    this.state = 'initialized';
  }

  shutDown(): void {
    this.state = 'shut down';
  }

  get running(): boolean {
    return this.state === 'initialized';
  }

  /** Wraps the handler of a request. */
  request<P, Rest extends unknown[], R>(
    method: string,
    handler: (params: P, token: CancellationToken, ...rest: Rest) => R | Promise<R>,
  ): (params: P, token: CancellationToken, ...rest: Rest) => Answer<R> {
    return (params, token, ...rest) => {
      this.turns.noteMessage();
      if (this.state === 'new') {
        return new ResponseError(ErrorCodes.ServerNotInitialized, `${method}: the server is not initialized`);
      }
      if (this.state === 'shut down') {
        return new ResponseError(ErrorCodes.InvalidRequest, `${method}: the server has been shut down`);
      }
      if (token.isCancellationRequested) return cancelled(method);
      try {
        const answer = handler(params, token, ...rest);
        if (!(answer instanceof Promise)) return answer;
        return answer.then(
          (result) => (token.isCancellationRequested ? cancelled(method) : result),
          (error: unknown) => this.failed(method, error),
        );
      } catch (error) {
        return this.failed(method, error);
      }
    };
  }

  /** Wraps the handler of a notification, which has nobody to answer to. */
  notification<P>(method: string, handler: (params: P) => void | Promise<void>): (params: P) => void {
    return (params) => {
      this.turns.noteMessage();
      if (this.state !== 'initialized') return;
      this.run(method, () => handler(params));
    };
  }

  /** Runs something in the background; what it throws is logged. */
  run(name: string, action: () => void | Promise<void>): void {
    try {
      Promise.resolve(action()).catch((error: unknown) => this.log.error(`${name}: ${describeError(error)}`));
    } catch (error) {
      this.log.error(`${name}: ${describeError(error)}`);
    }
  }

  private failed(method: string, error: unknown): ResponseError<never> {
    if (error instanceof ResponseError) return new ResponseError(error.code, error.message);
    this.log.error(`${method}: ${describeError(error)}`);
    const reason = error instanceof Error ? error.message : String(error);
    return new ResponseError(ErrorCodes.InternalError, `${method}: ${reason}`);
  }
}

function cancelled(method: string): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, `${method}: cancelled`);
}

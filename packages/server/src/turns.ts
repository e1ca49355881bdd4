import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { nextTurn } from './turn.js';

/**
 * What somebody waits for while typing comes first, what an editor draws next, findings last. Within
 * one of these, first come, first served.
 */
export type Urgency = 'typing' | 'drawing' | 'checking';

const ORDER: readonly Urgency[] = ['typing', 'drawing', 'checking'];

/** However fast messages come in, a question waits for no more turns of the event loop. */
const MOST_TURNS = 20;

interface Waiting {
  readonly urgency: Urgency;
  readonly run: () => void;
}

/**
 * Whose turn it is. Questions are answered one a turn, and not before everything that has come in
 * behind them was taken in: an edit that makes a question pointless, a cancellation, or a question
 * that is more urgent. So nothing is worked out that nobody wants any more.
 */
export class Turns {
  private readonly waiting: Waiting[] = [];
  private running = false;
  /** Messages that came in since the start. */
  private messages = 0;
  /** How many questions were worked on; those that were cancelled or overtaken before are not among them. */
  worked = 0;

  /** A message came in. */
  noteMessage(): void {
    this.messages++;
  }

  /**
   * Runs something when its turn comes, unless it was cancelled by then. `isStale` tells whether it
   * was asked about a text that is no more.
   */
  take<R>(urgency: Urgency, token: CancellationToken, isStale: () => boolean, work: () => R): Promise<R> {
    return new Promise((resolve, reject) => {
      const run = () => {
        try {
          giveUp(token, isStale);
          this.worked++;
          resolve(work());
        } catch (error) {
          reject(error);
        }
      };
      this.waiting.push({ urgency, run });
      if (!this.running) void this.runAll();
    });
  }

  private async runAll(): Promise<void> {
    this.running = true;
    while (this.waiting.length > 0) {
      await this.quiet();
      this.next()?.run();
    }
    this.running = false;
  }

  private next(): Waiting | undefined {
    for (const urgency of ORDER) {
      const index = this.waiting.findIndex((candidate) => candidate.urgency === urgency);
      if (index >= 0) return this.waiting.splice(index, 1)[0];
    }
    return undefined;
  }

  /** Resolves when nothing that somebody asked for is waiting, and nothing came in for a turn. */
  async rest(): Promise<void> {
    do await this.quiet();
    while (this.waiting.length > 0);
  }

  /** Messages are handed over one a turn, so after a turn without one there is none left. */
  private async quiet(): Promise<void> {
    for (let turn = 0; turn < MOST_TURNS; turn++) {
      const { messages } = this;
      await nextTurn();
      if (this.messages === messages) return;
    }
  }
}

/** Ends the work on a question that nobody waits for any more. */
export function giveUp(token: CancellationToken, isStale: () => boolean): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
  if (isStale()) throw new ResponseError(LSPErrorCodes.ContentModified, 'the text has changed since');
}

import { type CancellationToken, CancellationTokenSource, EventEmitter, type Pseudoterminal } from 'vscode';

/** What a run may do with its terminal. */
export interface TaskOutput {
  line(text: string): void;
  readonly token: CancellationToken;
}

/** Runs a task. @returns its exit code */
export type Run = (output: TaskOutput) => Promise<number>;

/**
 * The editor takes a terminal that ends sooner for one that could not be started; and lines that it has
 * not read when the terminal ends are not searched for problems.
 */
const PAUSE_MILLISECONDS = 700;

/** A terminal that shows what a task prints, and ends with it. */
export class ReportTerminal implements Pseudoterminal {
  readonly #run: Run;
  readonly #wrote = new EventEmitter<string>();
  readonly #closed = new EventEmitter<number>();
  readonly #cancel = new CancellationTokenSource();

  readonly onDidWrite = this.#wrote.event;
  readonly onDidClose = this.#closed.event;

  constructor(run: Run) {
    this.#run = run;
  }

  open(): void {
    const line = (text: string) => this.#wrote.fire(`${text.replaceAll('\n', '\r\n')}\r\n`);
    this.#run({ line, token: this.#cancel.token })
      .catch((error: unknown) => {
        line(error instanceof Error ? error.message : String(error));
        return EXIT_DEFECT;
      })
      .then((code) => setTimeout(() => this.#closed.fire(code), PAUSE_MILLISECONDS));
  }

  close(): void {
    this.#cancel.cancel();
  }
}

/** The exit codes of the command line. */
export const EXIT_CLEAN = 0;
export const EXIT_FINDINGS = 1;
export const EXIT_UNUSABLE = 2;
export const EXIT_DEFECT = 3;

import type { CheckedFile } from '@jixiao/server/protocol';
import { type CancellationToken, CancellationTokenSource, EventEmitter, type Pseudoterminal } from 'vscode';
import type { TaskFindings } from './task-findings.js';

/** What a run has to say: to its terminal, and to the list of problems. */
export interface TaskOutput {
  line(text: string): void;
  found(files: readonly CheckedFile[]): void;
  readonly token: CancellationToken;
}

/** Runs a task. @returns its exit code */
export type Run = (output: TaskOutput) => Promise<number>;

/** The editor takes a terminal that ends sooner for one that could not be started. */
const PAUSE_MILLISECONDS = 700;

/** A terminal that shows what a task prints, and ends with it. */
export class ReportTerminal implements Pseudoterminal {
  readonly #run: Run;
  readonly #findings: TaskFindings;
  readonly #wrote = new EventEmitter<string>();
  readonly #closed = new EventEmitter<number>();
  readonly #cancel = new CancellationTokenSource();

  readonly onDidWrite = this.#wrote.event;
  readonly onDidClose = this.#closed.event;

  constructor(run: Run, findings: TaskFindings) {
    this.#run = run;
    this.#findings = findings;
  }

  open(): void {
    const line = (text: string) => this.#wrote.fire(`${text.replaceAll('\n', '\r\n')}\r\n`);
    this.#findings.clear();
    const found = (files: readonly CheckedFile[]) => this.#findings.show(files);
    this.#run({ line, found, token: this.#cancel.token })
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

import type { Language, Message } from '@jixiao/core';

/** Where a run prints, and what it knows of its surroundings; everything a verb needs of the process. */
export interface Terminal {
  /** The folder in which the program was started; absolute. Asking for one that was deleted meanwhile throws a Failure. */
  readonly cwd: string;
  /** Whether results may be coloured. */
  readonly colour: boolean;
  /** Whether a person watches the errors, so that progress is worth showing. */
  readonly interactive: boolean;
  /** What comes in from outside: standard input to its end, or a little more than `most` bytes of it. */
  input(most: number): Promise<Uint8Array>;
  /** Results: standard output. */
  out(text: string): void;
  /** Sentences about the run: standard error. */
  err(text: string): void;
}

/** A terminal on which sentences come out in one language. */
export class Speaker {
  constructor(
    readonly terminal: Terminal,
    readonly language: Language,
  ) {}

  /** Prints a result. */
  say(message: Message): void {
    this.terminal.out(`${message[this.language]}\n`);
  }

  /** Prints a sentence about the run itself. */
  warn(message: Message): void {
    this.terminal.err(`${message[this.language]}\n`);
  }
}

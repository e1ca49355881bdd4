import type { Message } from '@jixiao/core';
import { EXIT, type ExitCode } from './exit-codes.js';

/** An expected end of a run: one sentence for the user, and the exit code. Never printed with a stack. */
export class Failure extends Error {
  constructor(
    readonly sentence: Message,
    readonly exitCode: ExitCode = EXIT.unusable,
  ) {
    super(sentence.en);
  }
}

export function failure(zh: string, en: string): Failure {
  return new Failure({ zh, en });
}

/** Wrong usage: the sentence, and where to read more. */
export class UsageFailure extends Failure {}

export function usageFailure(zh: string, en: string): UsageFailure {
  return new UsageFailure({ zh, en });
}

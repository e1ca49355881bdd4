import type { LangiumParser } from 'langium';

/** The workings of the parser library that are touched here; its types keep them to itself. */
interface Analysed {
  RECORDING_PHASE: boolean;
  enableRecording(): void;
  disableRecording(): void;
  /** Runs a step of the analysis. */
  TRACE_INIT<R>(step: string, action: () => R): R;
  resyncFollows: unknown;
}

/**
 * Lets the parser analyse its grammar, which it does before the first token. In a run of the command line that takes
 * about as long as to read a report, so what can wait waits.
 */
export function analyseGrammar(parser: LangiumParser): void {
  const { wrapper } = parser as unknown as { wrapper: Analysed };
  recordAside(wrapper);
  followByNeed(wrapper);
  parser.finalize();
}

/**
 * While the grammar is recorded, a hundred methods have a meaning of their own. The library gives them to the parser
 * and takes each away again, which is slow and leaves behind an object whose properties are looked up slowly. Here they
 * stand on an object in between, which is put in and taken out as a whole.
 */
function recordAside(parser: Analysed): void {
  const usual = Object.getPrototypeOf(parser) as Analysed;
  parser.enableRecording = () => {
    const recording = Object.create(usual) as Analysed;
    recording.enableRecording();
    Object.setPrototypeOf(parser, recording);
    parser.RECORDING_PHASE = true;
  };
  parser.disableRecording = () => {
    Object.setPrototypeOf(parser, usual);
    parser.RECORDING_PHASE = false;
  };
}

/** What may follow each rule is only asked after an error, to go on behind it. */
function followByNeed(parser: Analysed): void {
  const { TRACE_INIT: run } = parser;
  let compute: (() => unknown) | undefined;
  parser.TRACE_INIT = <R>(step: string, action: () => R): R => {
    if (step !== 'computeAllProdsFollows') return run.call(parser, step, action) as R;
    compute = action;
    return undefined as R;
  };
  let follows: unknown;
  Object.defineProperty(parser, 'resyncFollows', {
    get() {
      // The step puts what it finds here.
      compute?.();
      compute = undefined;
      return follows;
    },
    set(found: unknown) {
      follows = found;
    },
  });
}

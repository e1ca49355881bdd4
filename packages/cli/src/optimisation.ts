import { setFlagsFromString } from 'node:v8';

/*
 * V8 compiles functions anew, optimised, when they have run often enough. In a run of a fifth of a second the compiler,
 * on a thread of its own, takes a quarter of all the processor's time for code that is hardly used before the end. And
 * it begins to look through all of the heap for garbage, bit by bit, which is half done when the run ends. So a short
 * run does without both, and a long one goes back to V8's own ways: its numbers stand here.
 */
const INVOCATIONS = {
  'invocation-count-for-maglev': 400,
  'invocation-count-for-maglev-osr': 100,
  'invocation-count-for-turbofan': 3_000,
  'invocation-count-for-osr': 500,
};

const PATIENCE = 32;

/** Bytes of source from which on a run is a long one: five reports of a county. */
const LONG_RUN = 100_000;

/** The first version that knows these names. */
const SINCE = 24;

let patient = false;
let bytesRead = 0;

/** At the start: what follows is likely to be short. */
export function expectShortRun(): void {
  if (Number.parseInt(process.versions.node, 10) < SINCE) return;
  patient = true;
  setInvocations(PATIENCE);
  setFlagsFromString('--no-incremental-marking');
}

/** Says that so much source is going to be worked on. */
export function noteSource(bytes: number): void {
  bytesRead += bytes;
  if (bytesRead > LONG_RUN) expectLongRun();
}

export function expectLongRun(): void {
  if (!patient) return;
  patient = false;
  setInvocations(1);
  setFlagsFromString('--incremental-marking');
}

function setInvocations(times: number): void {
  for (const [name, count] of Object.entries(INVOCATIONS)) setFlagsFromString(`--${name}=${count * times}`);
}

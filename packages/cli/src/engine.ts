import module from 'node:module';
import { setFlagsFromString } from 'node:v8';

/*
 * How V8 is asked to work. It is made for programs that run for minutes; most of our runs take a fifth of a second.
 *
 * It compiles functions anew, optimised, when they have run often enough. In a short run the compiler, on a thread of
 * its own, takes a quarter of all the processor's time for code that is hardly used before the end. And it begins to
 * look through all of the heap for garbage, bit by bit, which is half done when the run ends. So a short run does
 * without both, and a long one goes back to V8's own ways: its numbers stand here.
 *
 * It compiles a function at all when it is first called, and Node keeps on disk what was compiled when a file was
 * loaded: its outermost code, and little else. So whole files are compiled when they are loaded, once and for all, and
 * every later run finds all of their functions ready. To compile them one by one took a sixth of a run.
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

/** The modules of Node that most verbs need. */
const NEEDED = ['fs', 'fs/promises', 'os', 'path', 'stream', 'url', 'util'];

let patient = false;
let bytesRead = 0;

/** At the start, before anything else is loaded: what follows is likely to be short. */
export function expectShortRun(): void {
  // They come compiled for Node's own flags, so they have to be loaded before others are set.
  for (const name of NEEDED) process.getBuiltinModule?.(name);
  if (Number.parseInt(process.versions.node, 10) >= SINCE) {
    patient = true;
    setInvocations(PATIENCE);
    setFlagsFromString('--no-incremental-marking');
  }
  keepCompiledCode();
}

/** Says that so much source is going to be worked on. */
export function noteSource(bytes: number): void {
  bytesRead += bytes;
  if (bytesRead > LONG_RUN) expectLongRun();
}

/** What is loaded from here on is compiled for other flags, so the next short run would not find it ready. */
export function expectLongRun(): void {
  if (!patient) return;
  patient = false;
  setInvocations(1);
  setFlagsFromString('--incremental-marking');
}

function setInvocations(times: number): void {
  for (const [name, count] of Object.entries(INVOCATIONS)) setFlagsFromString(`--${name}=${count * times}`);
}

/**
 * Keeps all compiled code of the files that are loaded from here on. It holds for the flags that are set now, and Node
 * finds it by them; every thread has to ask for it.
 */
export function keepCompiledCode(): void {
  // Exists from Node 22.8 on.
  if (module.enableCompileCache === undefined) return;
  setFlagsFromString('--no-lazy');
  const { ENABLED, ALREADY_ENABLED } = module.constants.compileCacheStatus;
  const { status } = module.enableCompileCache();
  // Where nothing can be kept, a run had better compile only what it calls.
  if (status !== ENABLED && status !== ALREADY_ENABLED) setFlagsFromString('--lazy');
}

import fc from 'fast-check';

/*
 * Random tests try the same values each time, so that a change is judged by what it changes.
 * JIXIAO_SEED=random looks further.
 */
const wanted = process.env.JIXIAO_SEED ?? '20250605';
if (wanted !== 'random') fc.configureGlobal({ seed: Number.parseInt(wanted, 10) });

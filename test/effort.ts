/**
 * How often a property is tried: as often as usual, or so many times that with `JIXIAO_EFFORT` in the environment. CI
 * tries more than whoever waits for a test, and a long campaign more than CI.
 */
export function runs(usual: number): number {
  return usual * Number(process.env.JIXIAO_EFFORT ?? 1);
}

/** Runs of one thing: milliseconds, or whatever else was counted. */
export type Samples = readonly number[];

export function median(samples: Samples): number {
  return quantile(samples, 0.5);
}

/** The value below which so large a share of the samples lies, 0.95 for the 95th percentile. */
export function quantile(samples: Samples, share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
}

/** The ratios of samples that were taken in turn. */
export function ratios(over: Samples, under: Samples): number[] {
  return over.map((sample, index) => sample / (under[index] ?? Number.NaN));
}

/** The median with the least and the greatest sample. */
export function spread(samples: Samples, digits = 0): string {
  if (samples.length === 0) return '—';
  const [low, middle, high] = [Math.min(...samples), median(samples), Math.max(...samples)];
  return `${middle.toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`;
}

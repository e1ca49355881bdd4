import type { CompiledReport } from '@jixiao/server/protocol';

/** Why a report cannot be handed in as it was compiled. */
export type Obstacle =
  | { readonly kind: 'errors'; readonly count: number }
  /** The paper has a gap for each of these pictures. */
  | { readonly kind: 'pictures'; readonly paths: readonly string[] };

/** The errors are those of the text that was compiled: it may have been edited since it was checked. */
export function obstacleTo({ findings, missingImages }: CompiledReport): Obstacle | undefined {
  if (findings.error > 0) return { kind: 'errors', count: findings.error };
  return missingImages.length > 0 ? { kind: 'pictures', paths: missingImages } : undefined;
}

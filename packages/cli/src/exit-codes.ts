/** What the exit code of the program says. One table for all verbs. */
export const EXIT = {
  /** Done, and nothing stands in the way. For `inspect`: printed, although there may be errors in the file. */
  clean: 0,
  /**
   * Findings of severity error, with `--strict` also warnings; for `build`: refused because of them; for
   * `fmt --check`: files would change.
   */
  findings: 1,
  /** The job could not be done: wrong usage, unreadable input, a target that cannot be written. */
  unusable: 2,
  /** A defect of the program itself. */
  defect: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The more serious of two outcomes; the codes are ordered. */
export function worse(a: ExitCode, b: ExitCode): ExitCode {
  return a > b ? a : b;
}

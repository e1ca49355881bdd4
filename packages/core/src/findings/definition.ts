import type { Message } from '../source/message.js';
import type { Span } from '../source/span.js';
import type { Facts, Finding, RelatedPlace, Severity } from './finding.js';

/** One kind of finding: its stable code, its severity and the sentence it prints from its facts. */
export interface FindingKind<F extends Facts = Facts> {
  readonly code: string;
  readonly severity: Severity;
  readonly message: (facts: F) => Message;
  /** Reports this kind at a place. */
  at(place: Span, facts: F, related?: readonly RelatedPlace[]): Finding;
}

/** Defines a kind of finding. `code` is `area/name` and never changes once published. */
export function findingKind<F extends Facts>(
  code: string,
  severity: Severity,
  message: (facts: F) => Message,
): FindingKind<F> {
  return {
    code,
    severity,
    message,
    at: (place, facts, related = []) => ({ code, severity, message: message(facts), at: place, related, data: facts }),
  };
}

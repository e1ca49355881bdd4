import type { Message } from '../source/message.js';
import type { Span } from '../source/span.js';

/** error: the paper would be wrong. warning: the bureau will ask. hint: worth knowing. */
export type Severity = 'error' | 'warning' | 'hint';

export type Fact = string | number | boolean | null | readonly Fact[] | { readonly [name: string]: Fact };

/** What a finding states, as plain data: figures as decimal texts with their unit. Fixes read from here. */
export type Facts = Readonly<Record<string, Fact>>;

/** Another place that belongs to a finding, such as a part of a sum. */
export interface RelatedPlace {
  readonly at: Span;
  readonly message: Message;
}

/** Something wrong or remarkable, found in a report. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly at: Span;
  readonly related: readonly RelatedPlace[];
  readonly data: Facts;
}

import {
  Alternation,
  type Alternative,
  type ILookaheadStrategy,
  type IProduction,
  type IToken,
  LLkLookaheadStrategy,
  NonTerminal,
  type Option,
  Repetition,
  RepetitionMandatory,
  type Rule,
  Terminal,
  type TokenType,
} from 'chevrotain';

type AlternationOptions = Parameters<ILookaheadStrategy['buildLookaheadForAlternation']>[0];
type OptionalOptions = Parameters<ILookaheadStrategy['buildLookaheadForOptional']>[0];
type Choose = ReturnType<ILookaheadStrategy['buildLookaheadForAlternation']>;
type Enter = ReturnType<ILookaheadStrategy['buildLookaheadForOptional']>;

/** What the parser library hands to a decision as `this`. */
interface TokenReader {
  LA(distance: number): IToken;
}

/**
 * Chooses between alternatives by as many tokens as it takes, up to `maxLookahead`, and works out
 * only what the tokens at hand ask for. The parser library enumerates all token sequences of all
 * alternatives beforehand, which for this grammar, where every keyword may also be a name, takes
 * longer than to parse a report. Decisions about what is optional are worked out when first met.
 */
export class LookaheadByNeed extends LLkLookaheadStrategy {
  private readonly most: number;

  constructor({ maxLookahead }: { readonly maxLookahead: number }) {
    super({ maxLookahead });
    this.most = maxLookahead;
  }

  override buildLookaheadForAlternation(options: AlternationOptions): Choose {
    if (options.hasPredicates || options.dynamicTokensEnabled) return super.buildLookaheadForAlternation(options);
    let decision: Decision | undefined;
    const { most } = this;
    return function (this: unknown) {
      decision ??= decisionOf(alternationOf(options.rule, options.prodOccurrence), most);
      return decide(decision, this as TokenReader);
    };
  }

  override buildLookaheadForOptional(options: OptionalOptions): Enter {
    const build = () => super.buildLookaheadForOptional(options);
    let enter: Enter | undefined;
    return function (this: unknown) {
      enter ??= build();
      return enter.call(this);
    };
  }
}

/** What is left to read after a place: productions in order, then what follows those around them. */
interface Rest {
  readonly productions: readonly IProduction[];
  readonly from: number;
  readonly next: Rest | undefined;
}

/** The places that each alternative may be at after the tokens read so far. */
interface Decision {
  readonly distance: number;
  /** By alternative; empty where the tokens do not fit it. The end of an alternative is `undefined`. */
  readonly places: readonly (readonly (Rest | undefined)[])[];
  readonly most: number;
  /** What is known of the next token, by its type. */
  readonly known: Map<number, Decision | number | undefined>;
}

function decisionOf(alternation: Alternation, most: number): Decision {
  const places = alternativesOf(alternation).map(({ definition }) => [
    { productions: definition, from: 0, next: undefined },
  ]);
  return { distance: 1, places, most, known: new Map() };
}

/** The alternative to take; undefined if the tokens fit none. */
function decide(start: Decision, reader: TokenReader): number | undefined {
  for (let decision = start; ; ) {
    const { tokenType } = reader.LA(decision.distance);
    const type = tokenType.tokenTypeIdx as number;
    if (!decision.known.has(type)) decision.known.set(type, after(decision, tokenType));
    const next = decision.known.get(type);
    if (typeof next !== 'object') return next;
    decision = next;
  }
}

/** The decision after one more token, or its outcome: the only alternative that fits, or the first of several. */
function after({ distance, places, most }: Decision, type: TokenType): Decision | number | undefined {
  const moved = places.map((alternative) => {
    // An alternative that has come to its end fits whatever follows.
    const ends = alternative.filter((place) => place === undefined).slice(0, 1);
    return [...ends, ...alternative.flatMap((place) => (place ? advance(place, type) : []))];
  });
  const fitting = [...moved.keys()].filter((index) => (moved[index]?.length ?? 0) > 0);
  if (fitting.length <= 1 || distance === most) return fitting[0];
  return { distance: distance + 1, places: moved, most, known: new Map() };
}

/** The places after a token of this type; none if it does not fit. */
function advance(place: Rest, type: TokenType): (Rest | undefined)[] {
  const { productions, from, next } = place;
  const production = productions[from];
  if (!production) return next ? advance(next, type) : [];
  const rest: Rest = { productions, from: from + 1, next };
  if (production instanceof Terminal) return isOf(type, production.terminalType) ? reached(rest) : [];
  if (production instanceof NonTerminal) return advance(within(production.referencedRule.definition, rest), type);
  if (production instanceof Alternation)
    return alternativesOf(production).flatMap(({ definition }) => advance(within(definition, rest), type));
  const { definition } = production as Option;
  if (production instanceof RepetitionMandatory) {
    return advance(within(definition, { productions: [new Repetition({ definition })], from: 0, next: rest }), type);
  }
  const again = production instanceof Repetition ? place : rest;
  return [...advance(within(definition, again), type), ...advance(rest, type)];
}

function within(productions: readonly IProduction[], next: Rest): Rest {
  return { productions, from: 0, next };
}

/** A place, and besides it the end of the alternative where all that is left may be left out. */
function reached(place: Rest): (Rest | undefined)[] {
  for (let rest: Rest | undefined = place; rest; rest = rest.next) {
    if (!rest.productions.slice(rest.from).every(mayBeEmpty)) return [place];
  }
  return [place, undefined];
}

function mayBeEmpty(production: IProduction): boolean {
  if (production instanceof Terminal) return false;
  if (production instanceof NonTerminal) return production.referencedRule.definition.every(mayBeEmpty);
  if (production instanceof Alternation)
    return alternativesOf(production).some(({ definition }) => definition.every(mayBeEmpty));
  return production instanceof RepetitionMandatory ? production.definition.every(mayBeEmpty) : true;
}

function alternativesOf({ definition }: Alternation): readonly Alternative[] {
  return definition as Alternative[];
}

function isOf(type: TokenType, expected: TokenType): boolean {
  return type === expected || expected.categoryMatchesMap?.[type.tokenTypeIdx as number] === true;
}

function alternationOf(rule: Rule, occurrence: number): Alternation {
  const found = alternationsIn(rule.definition).find(({ idx }) => idx === occurrence);
  if (!found) throw new RangeError(`No alternation ${occurrence} in ${rule.name}`);
  return found;
}

function alternationsIn(productions: readonly IProduction[]): Alternation[] {
  return productions.flatMap((production) => {
    const inside =
      production instanceof Terminal || production instanceof NonTerminal
        ? []
        : alternationsIn((production as Option).definition);
    return production instanceof Alternation ? [production, ...inside] : inside;
  });
}

import { type ILookaheadStrategy, LLkLookaheadStrategy } from 'chevrotain';

type Alternation = Parameters<ILookaheadStrategy['buildLookaheadForAlternation']>[0];
type Optional = Parameters<ILookaheadStrategy['buildLookaheadForOptional']>[0];
type Choose = ReturnType<ILookaheadStrategy['buildLookaheadForAlternation']>;
type Enter = ReturnType<ILookaheadStrategy['buildLookaheadForOptional']>;

/**
 * Decides as the parser library does, with up to so many tokens of lookahead, but works out how a
 * decision is made only when it is first met. All decisions of the grammar together take longer to
 * work out than a report takes to parse, and a report meets a part of them.
 */
export class LazyLookahead extends LLkLookaheadStrategy {
  override buildLookaheadForAlternation(options: Alternation): Choose {
    const build = () => super.buildLookaheadForAlternation(options);
    let choose: Choose | undefined;
    return function (this: unknown, alternatives) {
      choose ??= build();
      return choose.call(this, alternatives);
    };
  }

  override buildLookaheadForOptional(options: Optional): Enter {
    const build = () => super.buildLookaheadForOptional(options);
    let enter: Enter | undefined;
    return function (this: unknown) {
      enter ??= build();
      return enter.call(this);
    };
  }
}

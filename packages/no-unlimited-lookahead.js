/** Stands in for a lookahead strategy that no parser of ours asks for; see `bundle.mjs`. */
export class LLStarLookaheadStrategy {
  constructor() {
    throw new Error('The grammar names no limit to looking ahead');
  }
}

import { otherTimes } from './spoken-time.js';

/** Who a sentence says has scored: the unit itself, or somebody else whose score is not the table's. */
const PARTY =
  /[。；]|(自评|自我评价)|第三方|财政(?:局|部门|厅|所|评价|得分)|复评|复核|抽评|抽查|专家|评审|主管部门|上级|考核|重点评价/g;

/**
 * Says of places in a text, asked for in their order, whether the score there is another one than
 * this year's of the unit itself.
 */
export function otherScores(text: string, year: number | undefined): (place: number) => boolean {
  const isOtherTime = otherTimes(text, year);
  const mentions = text.matchAll(PARTY);
  let next = mentions.next();
  let isOther = false;
  return (place) => {
    for (; !next.done && next.value.index + next.value[0].length <= place; next = mentions.next()) {
      isOther = next.value[1] === undefined && !/[。；]/.test(next.value[0]);
    }
    return isOther || isOtherTime(place);
  };
}

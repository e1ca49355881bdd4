/** What a sentence last said about time: a year, a part of a year, or the whole of this one. */
type Spoken = number | 'part' | 'this' | undefined;

const TIME =
  /[。；]|(20\d{2})年(?!(?:1[-—–~至])?(?:[1-9]|1[01])月(?:底|末|份))|(截[至止]到?(?:20\d{2}年)?(?:[1-9]|1[01])月|(?:20\d{2}年)?(?<!\d)(?:1[-—–~至])?(?:[1-9]|1[01])月(?:底|末|份)|[上下]半年|季度)|全年|本年|年末|年底/g;

/** Words before a name that say it is another year's, or only planned. */
const OTHER_YEAR = /(?:上年|去年|上一年|同期|往年|年初|预计|计划|下年|明年)[^，。；]{0,6}$/;
const LONGEST_LEAD = 12;

/**
 * Says of places in a text, asked for in their order, whether its sentence speaks of another time
 * than the year reported on there. One walk through the text serves all of them.
 */
export function otherTimes(text: string, year: number | undefined): (place: number) => boolean {
  const mentions = text.matchAll(TIME);
  let next = mentions.next();
  let spoken: Spoken;
  return (place) => {
    for (; !next.done && next.value.index + next.value[0].length <= place; next = mentions.next()) {
      const [whole, digits, part] = next.value;
      if (/[。；]/.test(whole)) spoken = undefined;
      else spoken = digits !== undefined ? Number(digits) : part !== undefined ? 'part' : 'this';
    }
    const isOtherYear = typeof spoken === 'number' && year !== undefined && spoken !== year;
    return spoken === 'part' || isOtherYear || OTHER_YEAR.test(text.slice(Math.max(0, place - LONGEST_LEAD), place));
  };
}

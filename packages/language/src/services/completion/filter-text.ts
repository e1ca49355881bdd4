import { pinyin } from 'pinyin-pro';

/** An editor looks at no more of a filter text than this. */
const MOST_SIGNS = 128;

const READINGS = new Map<string, string>();
const MOST_KEPT = 20_000;

/**
 * The text that an editor matches against what is typed. Editors let a match begin only at the
 * beginning of a word, and take a Chinese name for a single word; so its characters are set apart,
 * which lets `支出` find `项目支出`, and the syllables of its reading follow, one a word, which lets
 * `xmzc` and `xiangmu` find it.
 */
export function filterText(
  words: readonly string[],
  options: { readonly pinyin: boolean; readonly typed: string },
): string {
  // What has a Latin name is typed by that.
  const isRead = options.pinyin && /\P{ASCII}/u.test(words[0] ?? '');
  const parts = words.map((word) => `${setApart(word)}${isRead ? reading(word) : ''}`);
  const opening = /^[「`]/.exec(options.typed)?.[0] ?? '';
  let text = opening;
  for (const part of parts) {
    if (text.length > opening.length && text.length + part.length >= MOST_SIGNS) break;
    text += text === '' || text === opening ? part : ` ${part}`;
  }
  return text.slice(0, MOST_SIGNS);
}

/** `项目支出` as `项 目 支 出`; Latin words and numbers stay whole. */
function setApart(word: string): string {
  return (word.match(/[A-Za-z0-9_.%#]+|[^\s]/gu) ?? []).join(' ');
}

/** The syllables of a name, with a space in front of each; of a long name only their initials. */
function reading(word: string): string {
  let known = READINGS.get(word);
  if (known === undefined) {
    known = readAloud(word);
    if (READINGS.size >= MOST_KEPT) READINGS.clear();
    READINGS.set(word, known);
  }
  return known;
}

function readAloud(word: string): string {
  if (!/\P{ASCII}/u.test(word)) return '';
  // Latin letters and digits between the characters are typed as they are.
  const syllables = pinyin(word, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    .map((syllable) => syllable.trim())
    .filter((syllable) => /[a-z0-9]/i.test(syllable));
  if (syllables.length === 0) return '';
  const whole = ` ${syllables.join(' ')}`;
  const isShort = setApart(word).length + whole.length < MOST_SIGNS;
  return isShort ? whole : ` ${syllables.map((syllable) => syllable.slice(0, 1)).join(' ')}`;
}

/**
 * Whether an editor's matcher would accept what is typed: its signs occur in order, the first one
 * at the beginning of a word. Used to thin out very long lists before they are sent.
 */
export function accepts(filter: string, typed: string): boolean {
  const wanted = [...typed.toLowerCase()].filter((sign) => !/\s/.test(sign));
  const signs = [...filter.toLowerCase()];
  const [first] = wanted;
  if (first === undefined) return true;
  for (let start = 0; start < signs.length; start++) {
    const isWordStart = start === 0 || /[\s「`]/.test(signs[start - 1] ?? '');
    if (signs[start] !== first || !isWordStart) continue;
    let next = 1;
    for (let at = start + 1; at < signs.length && next < wanted.length; at++) if (signs[at] === wanted[next]) next++;
    if (next === wanted.length) return true;
    // A later beginning leaves less of the text, so it cannot do better.
    return false;
  }
  return false;
}

import { pinyin } from 'pinyin-pro';

const INITIALS = new Map<string, string>();
const MOST_KEPT = 20_000;

/** The first letters of a name read aloud, `xmzc` for 项目支出; Latin letters and digits stay themselves. */
export function pinyinInitials(name: string): string {
  let known = INITIALS.get(name);
  if (known === undefined) {
    known = /[^\p{ASCII}]/u.test(name) ? readInitials(name) : name.toLowerCase();
    if (INITIALS.size >= MOST_KEPT) INITIALS.clear();
    INITIALS.set(name, known);
  }
  return known;
}

function readInitials(name: string): string {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', v: true });
  return syllables
    .map((syllable) => syllable.slice(0, 1).toLowerCase())
    .filter((letter) => /[a-z0-9]/.test(letter))
    .join('');
}

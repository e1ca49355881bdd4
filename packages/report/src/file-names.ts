/** The most bytes of a name, so that file systems with 255 of them can hold it with a count and its endings. */
const LONGEST_NAME = 200;

/** What the name of a draft ends with. */
const DRAFT = '-草稿';

/** Characters that Windows does not allow in names, by the full-width ones that look like them. */
const FULL_WIDTH: Readonly<Record<string, string>> = {
  '\\': '＼',
  '/': '／',
  ':': '：',
  '*': '＊',
  '?': '？',
  '"': '”',
  '<': '＜',
  '>': '＞',
  '|': '｜',
};

/** What one source may call its files. Plain data: a thread can be handed it. */
export interface NameClaim {
  /** What all its names begin with. */
  readonly stem: string;
  /** Names that begin alike and belong to other sources, folded. */
  readonly reserved: readonly string[];
}

/** The names of what a report becomes, without an ending. A draft never takes the place of a final file. */
export interface ReportName {
  readonly final: string;
  readonly draft: string;
}

/**
 * Shares names out among the sources of one folder, whoever of them is built: no two of them ever write the same
 * file, also where names that differ only in case are one. The name of a source and what begins with it and a dash
 * is its own, but for the names of other sources; as titles have no dash, no source reaches further into another's.
 *
 * @param sources names of files; of two with one stem the first has it
 * @returns the claims by these names
 */
export function claimNames(sources: Iterable<string>): ReadonlyMap<string, NameClaim> {
  const claims = new Map<string, { readonly stem: string; readonly reserved: string[] }>();
  const byStem = new Map<string, { readonly reserved: string[] }>();
  const stems = [...new Set(sources)].map((source) => ({ source, whole: source.replace(/\.[^.]*$/, '') }));
  // Shorter ones first: those that are cut must look for what is left.
  for (const { source, whole } of stems.sort((a, b) => bytesOf(a.whole) - bytesOf(b.whole))) {
    const short = shortened(whole, LONGEST_NAME);
    const stem = firstFree(
      (count) => counted(short, count),
      (candidate) => !byStem.has(folded(candidate)),
    );
    const claim = { stem, reserved: [] };
    byStem.set(folded(stem), claim);
    claims.set(source, claim);
  }
  for (const stem of byStem.keys()) {
    for (let dash = stem.indexOf('-'); dash !== -1; dash = stem.indexOf('-', dash + 1)) {
      byStem.get(stem.slice(0, dash))?.reserved.push(stem);
    }
  }
  return claims;
}

/**
 * The names of all reports of a source, in the order of their titles: its stem and the title, where that is not in
 * the stem already. Later reports of one name are counted.
 */
export function reportNames({ stem, reserved }: NameClaim, titles: readonly string[]): ReportName[] {
  const taken = new Set(reserved);
  return titles.map((title) => {
    const part = titlePart(stem, title);
    const name = firstFree(
      (count) => draftable(stem, counted(part, count)),
      ({ final, draft }) => !taken.has(folded(final)) && !taken.has(folded(draft)),
    );
    taken.add(folded(name.final)).add(folded(name.draft));
    return name;
  });
}

/** What any file system takes for a name, and none hides; without an ending. */
export function safeName(name: string): string {
  return shortened(allowed(name).replace(/^\.+/, ''), LONGEST_NAME);
}

function titlePart(stem: string, title: string): string {
  const safe = allowed(title);
  // The count comes after what is left of a long title.
  return stem.includes(safe) ? '' : shortened(safe.replaceAll('-', '－'), LONGEST_NAME - bytesOf(stem) - 1);
}

function draftable(stem: string, part: string): ReportName {
  const final = part === '' ? stem : `${stem}-${part}`;
  return { final, draft: final + DRAFT };
}

function counted(name: string, count: number): string {
  return count === 1 ? name : `${name}${count}`;
}

/** Ends because every count makes another name, and only so many are taken. */
function firstFree<T>(candidate: (count: number) => T, isFree: (candidate: T) => boolean): T {
  let count = 1;
  while (!isFree(candidate(count))) count += 1;
  return candidate(count);
}

function allowed(name: string): string {
  return name
    .replace(/[\\/:*?"<>|]/g, (character) => FULL_WIDTH[character] ?? '')
    .replace(/\p{Cc}/gu, '')
    .trim()
    .replace(/\.+$/, '');
}

/** Names that a file system may take for one are the same. */
function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function shortened(name: string, most: number): string {
  let short = '';
  let bytes = 0;
  for (const character of name) {
    bytes += bytesOf(character);
    if (bytes > most) break;
    short += character;
  }
  return short;
}

/** As UTF-8, which a platform may or may not help with. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

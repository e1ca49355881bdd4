/** The most bytes of a name, so that file systems with 255 of them can hold it together with its ending. */
const LONGEST_NAME = 200;

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

/**
 * The name of what a report becomes, without its ending, as on the command line: the name of the
 * source and the title, so that two sources in one folder never write the same file. A draft never
 * takes the place of the final file.
 */
export function outputName(source: string, title: string, draft = false): string {
  const stem = source.replace(/\.[^.]*$/, '');
  const safe = allowed(title);
  return `${shortened(safe === '' || stem.includes(safe) ? stem : `${stem}-${safe}`)}${draft ? '-草稿' : ''}`;
}

/** What any file system takes for a name, and none hides; without an ending. */
export function safeName(name: string): string {
  return shortened(allowed(name).replace(/^\.+/, ''));
}

function allowed(name: string): string {
  return name
    .replace(/[\\/:*?"<>|]/g, (character) => FULL_WIDTH[character] ?? '')
    .replace(/\p{Cc}/gu, '')
    .trim()
    .replace(/\.+$/, '');
}

function shortened(name: string): string {
  const encoder = new TextEncoder();
  let short = '';
  let bytes = 0;
  for (const character of name) {
    bytes += encoder.encode(character).length;
    if (bytes > LONGEST_NAME) break;
    short += character;
  }
  return short;
}

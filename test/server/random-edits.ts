import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** A stream of numbers below 1 that is the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** What people type and paste, whole and broken. */
const SNIPPETS = [
  '7',
  '.',
  ' ',
  '\n',
  '\n\n',
  '{',
  '}',
  '[',
  ']',
  '#{',
  '"',
  '“',
  '=',
  '|',
  '—',
  '，',
  '＝',
  '支出',
  '项目支出',
  '万元',
  '\n预算 甲 = 5 { 乙 = 2 丙 = 3 }\n',
  '\n数据 甲 = 乙 + 1\n',
  '\n报告 "新" {\n  节 "一" [ #{支出} ]\n}\n',
  '// 允许 sum/mismatch: 试\n',
  '引入 "unit.perf"\n',
  '引入 "nowhere.perf" 为 上年\n',
  '核对 支出 >= 0\n',
  '\r\n',
  '\u{20000}',
  '\t',
  'budget x = 1',
];

/** One edit of a document as an editor would send it. */
export function randomEdit(document: TextDocument, random: () => number): TextDocumentContentChangeEvent {
  const length = document.getText().length;
  const at = Math.floor(random() * (length + 1));
  const pick = (most: number) => Math.floor(random() * most);
  const snippet = SNIPPETS[pick(SNIPPETS.length)] ?? '';
  const change = (start: number, end: number, text: string): TextDocumentContentChangeEvent => ({
    range: { start: document.positionAt(start), end: document.positionAt(end) },
    text,
  });
  const kind = random();
  if (kind < 0.45) return change(at, at, snippet);
  if (kind < 0.7) return change(at, Math.min(length, at + 1 + pick(3)), '');
  if (kind < 0.8) return change(at, Math.min(length, at + pick(80)), snippet);
  if (kind < 0.85) return change(at, Math.min(length, at + pick(300)), '');
  // A stretch from elsewhere, across declarations.
  const from = pick(length);
  return change(at, at, document.getText().slice(from, from + pick(200)));
}

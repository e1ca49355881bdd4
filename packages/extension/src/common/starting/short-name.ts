/** How public bodies end; texts call one of them 我 and its ending. Longer endings first. */
const ENDINGS = [
  ['人民政府', ''],
  ['街道办事处', '街道'],
  ['管理委员会', '管委会'],
  ['委员会', '委'],
  ['服务中心', '中心'],
  ['街道', '街道'],
  ['中心', '中心'],
  ['学校', '校'],
  ['医院', '院'],
] as const;

/** Endings of one character. */
const ONE = /[省市州县区乡镇局委办厅院校馆站所队室社团]$/u;

/** A short name that is likely, to be confirmed by the user: 我镇 for 沅陵县明溪口镇人民政府; empty if none is. */
export function suggestedShortName(unit: string): string {
  const [ending, short] = ENDINGS.find(([candidate]) => unit.endsWith(candidate)) ?? ['', ''];
  if (short !== '') return `我${short}`;
  const last = ONE.exec(unit.slice(0, unit.length - ending.length))?.[0];
  return last === undefined ? '' : `我${last}`;
}

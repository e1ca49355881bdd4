/** Faces by the part they play (GB/T 9704-2012, 7.2 and 7.3). Named, never embedded. */
export const FACE_NAMES = {
  title: '方正小标宋简体',
  text: '仿宋_GB2312',
  kai: '楷体_GB2312',
  hei: '黑体',
  song: '宋体',
} as const;

export type Face = keyof typeof FACE_NAMES;

/** Other names of the faces and, after them, faces like them; a reader takes the first it has. */
const FALLBACKS: Record<Face, readonly string[]> = {
  title: ['方正小标宋_GBK', '小标宋体', '华文中宋', 'STZhongsong', '宋体'],
  text: ['仿宋', 'FangSong', 'FangSong_GB2312', '华文仿宋', 'STFangsong'],
  kai: ['楷体', 'KaiTi', 'KaiTi_GB2312', '华文楷体', 'STKaiti'],
  hei: ['SimHei', '华文黑体', 'STHeiti', 'Noto Sans CJK SC'],
  song: ['SimSun', '新宋体', '华文宋体', 'STSong', 'Noto Serif CJK SC'],
};

export function fallbackNames(face: Face): readonly string[] {
  return FALLBACKS[face];
}

/** The names of a face and its fallbacks, the wanted one first. */
export function faceNames(face: Face): readonly string[] {
  return [FACE_NAMES[face], ...FALLBACKS[face]];
}

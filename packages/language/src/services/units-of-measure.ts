import { sameDimension, type Unit, unitOf } from '@jixiao/core';

/** Units that reports of public bodies use most; offered and converted into where a file uses no others. */
const USUAL = [
  '万元',
  '元',
  '亿元',
  '%',
  '人',
  '户',
  '个',
  '次',
  '项',
  '起',
  '亩',
  '公顷',
  '平方米',
  '公里',
  '米',
  '吨',
  '千克',
  '分',
];

export function usualUnits(): readonly string[] {
  return USUAL;
}

/** The usual units into which an amount in a unit converts, itself left out. */
export function unitsLike(unit: Unit): Unit[] {
  return USUAL.map(unitOf).filter((other) => other !== unit && sameDimension(other, unit));
}

import { wrongType } from '../expression.js';
import { INVALID } from '../value.js';
import type { PerfFunction } from './function.js';

export const DATE_FUNCTIONS: readonly PerfFunction[] = [
  {
    zh: '日期',
    en: 'date',
    parameters: [{ zh: '日期', en: 'date' }],
    summary: { zh: '按公文格式写日期：2024年12月31日', en: 'a date as official documents write it' },
    call([argument], site) {
      if (!argument) return INVALID;
      if (argument.value.kind === 'date' || argument.value.kind === 'nothing') return argument.value;
      return wrongType(argument.value, '日期', 'a date', argument.span, site.context);
    },
  },
];

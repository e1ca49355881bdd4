import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import { formatText } from '../../packages/language/src/services/formatting/format.js';

test('x', () => {
  for (const f of (process.env.FILES ?? '').split(',')) {
    const t = readFileSync(f, 'utf8');
    const o = process.env.KW ? { keywords: process.env.KW as 'zh' } : {};
    const r = formatText(t, o);
    console.log(r, formatText(r, o) === r);
  }
});

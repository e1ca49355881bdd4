import { semanticTokens } from '@jixiao/language/services';
import { test } from 'vitest';
import { seriesIn } from '../case-series.js';
import { uriOf } from '../case-file.js';
import { listed } from './decoding.js';
const MAIN = uriOf('main.perf');
test('x', () => { for (const c of seriesIn('semantic-tokens')) { console.log('@@@ '+c.name+'\n'+listed(semanticTokens(c.analysis, MAIN, c.ranges[0]?.at).data, c.texts.get(MAIN)!)+'\n@@@end'); } });

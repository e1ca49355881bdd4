import { describe, expect, it } from 'vitest';
import { accepts, filterText } from '../../../packages/language/src/services/completion/filter-text.js';
import { matches } from './editor-list.js';

const READ = { pinyin: true, typed: '' };

describe('the text that an editor matches', () => {
  it.each([
    ['项目支出', '项目支出'],
    ['项目支出', '支出'],
    ['项目支出', '项支'],
    ['项目支出', 'xmzc'],
    ['项目支出', 'XMZC'],
    ['项目支出', 'xiangmu'],
    ['项目支出', 'zhichu'],
    ['项目支出', 'zc'],
    ['绿化率', 'lvhua'],
    ['重庆支出', 'cqzc'],
    ['行政编制', 'xzbz'],
    ['2024年决算', '2024'],
    ['2024年决算', 'nian'],
    ['budget', 'bud'],
    ['三公经费GDP', 'gdp'],
    ['𠮷祥支出', '𠮷祥'],
  ])('%s is found by %s', (name, typed) => {
    const text = filterText([name], { pinyin: true, typed });
    expect(matches(text, typed)).toBe(true);
    expect(accepts(text, typed)).toBe(true);
  });

  it.each([
    ['项目支出', '收入'],
    ['项目支出', '出支'],
    ['项目支出', 'xmsr'],
    ['项目支出', 'mx'],
    ['项目支出', 'hichu'],
    ['budget', 'get'],
  ])('%s is not found by %s', (name, typed) => {
    const text = filterText([name], READ);
    expect(matches(text, typed)).toBe(false);
    expect(accepts(text, typed)).toBe(false);
  });

  it('is no longer read aloud where that is switched off', () => {
    expect(filterText(['项目支出'], { pinyin: false, typed: '' })).toBe('项 目 支 出');
    expect(filterText(['项目支出'], READ)).toBe('项 目 支 出 xiang mu zhi chu');
  });

  it('does not read aloud what has a Latin name', () => {
    expect(filterText(['rubric', '评分办法'], READ)).toBe('rubric 评 分 办 法');
  });

  it('stays short enough to be looked at whole, with initials for a long name', () => {
    const name = '一般公共预算财政拨款基本支出中用于农业农村基础设施建设及维修养护的资金';
    const text = filterText([name, '别的名称', '再一个名称'], READ);
    expect(text.length).toBeLessThanOrEqual(128);
    expect(matches(text, '维修养护')).toBe(true);
  });

  it('begins with the quote that was typed', () => {
    expect(filterText(['其他 支出'], { pinyin: false, typed: '「其' })).toBe('「其 他 支 出');
  });

  it('takes names for names that every object has', () => {
    expect(filterText(['constructor', '__proto__'], READ)).toBe('constructor __proto__');
  });
});

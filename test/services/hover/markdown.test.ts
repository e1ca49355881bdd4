import { describe, expect, it } from 'vitest';
import { codeBlock, escapeMarkdown, inlineCode } from '../../../packages/language/src/services/hover/markdown.js';

describe('Markdown', () => {
  it.each([
    ['a*b_c`d', 'a\\*b\\_c\\`d'],
    ['[x](y) <b> | ~', '\\[x\\](y) \\<b\\> \\| \\~'],
    ['# heading', '\\# heading'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['1257.27万元', '1257.27万元'],
    ['two\n  lines', 'two lines'],
    ['&amp;', '\\&amp;'],
  ])('%j is escaped', (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });

  it('fences code that has backticks', () => {
    expect(inlineCode('a')).toBe('`a`');
    expect(inlineCode('`a`')).toBe('`` `a` ``');
    expect(codeBlock('a\r\nb')).toBe('```perf\na\nb\n```');
    expect(codeBlock('```')).toBe('````perf\n```\n````');
  });
});

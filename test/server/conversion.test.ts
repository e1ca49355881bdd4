import { type Anchor, catalogue, type Finding, type Span } from '@jixiao/core';
import { describe, expect, test } from 'vitest';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-protocol';
import { type ConversionOptions, toDiagnostics } from '../../packages/server/src/diagnostics/conversion.js';
import { DEFAULT_SETTINGS, type Settings } from '../../packages/server/src/settings.js';

const ANCHOR: Anchor = { file: 'file:///w/单位.perf', line: 10 };

function span(line: number, start: number, end: number): Span {
  return { anchor: ANCHOR, start: { line, character: start }, end: { line, character: end } };
}

function options(settings: Partial<Settings> = {}): ConversionOptions {
  return {
    language: 'zh',
    settings: { ...DEFAULT_SETTINGS, ...settings },
    relatedPlaces: true,
    uriOf: (file) => `client:${file}`,
  };
}

const CIRCLE: Finding = {
  ...catalogue.names.importCycle.at(span(1, 3, 9), { files: ['a', 'b'] }),
  related: [{ at: span(4, 0, 2), message: { zh: '这里', en: 'here' } }],
};

describe('a finding as an editor shows it', () => {
  test('place, words, page, related places and facts', () => {
    expect(toDiagnostics([CIRCLE], options())).toEqual([
      {
        range: { start: { line: 11, character: 3 }, end: { line: 11, character: 9 } },
        severity: DiagnosticSeverity.Error,
        code: 'import/cycle',
        codeDescription: { href: 'perf-docs:/import/cycle.md' },
        source: 'jixiao',
        message: CIRCLE.message.zh,
        relatedInformation: [
          {
            location: {
              uri: 'client:file:///w/单位.perf',
              range: { start: { line: 14, character: 0 }, end: { line: 14, character: 2 } },
            },
            message: '这里',
          },
        ],
        data: { facts: { files: ['a', 'b'] } },
      },
    ]);
  });

  test('in English, without related places where the client has none', () => {
    const [diagnostic] = toDiagnostics([CIRCLE], { ...options(), language: 'en', relatedPlaces: false });
    expect(diagnostic?.message).toBe(CIRCLE.message.en);
    expect(diagnostic).not.toHaveProperty('relatedInformation');
  });
});

describe('severity', () => {
  const unused = catalogue.checks.allowUnused.at(span(0, 0, 1), { code: 'sum/mismatch' });
  const rounding = { ...CIRCLE, code: 'sum/rounding', severity: 'hint' } satisfies Finding;
  const prose = { ...CIRCLE, code: 'prose/repeated-figure', severity: 'hint' } satisfies Finding;
  const { Error: error, Warning: warning, Information: information, Hint: hint } = DiagnosticSeverity;

  const cases: [
    name: string,
    finding: Finding,
    settings: Partial<Settings>,
    severity: DiagnosticSeverity | undefined,
  ][] = [
    ['an error', CIRCLE, {}, error],
    ['a warning', unused, {}, warning],
    ['what is worth knowing is listed', rounding, {}, information],
    ['what is only superfluous is faded', { ...unused, severity: 'hint' }, {}, hint],
    ['as the settings say', CIRCLE, { 'diagnostics.severity': { 'import/cycle': 'warning' } }, warning],
    ['of another kind', CIRCLE, { 'diagnostics.severity': { 'sum/rounding': 'off' } }, error],
    ['switched off', rounding, { 'diagnostics.severity': { 'sum/rounding': 'off' } }, undefined],
    ['numbers in prose', prose, {}, information],
    ['numbers in prose, switched off', prose, { 'diagnostics.proseLiterals': false }, undefined],
    ['other findings stay', rounding, { 'diagnostics.proseLiterals': false }, information],
  ];
  test.each(cases)('%s', (_, finding, settings, severity) => {
    expect(toDiagnostics([finding], options(settings)).map((diagnostic) => diagnostic.severity)).toEqual(
      severity === undefined ? [] : [severity],
    );
  });

  test('only the superfluous is tagged', () => {
    const [first, second] = toDiagnostics([unused, CIRCLE], options());
    expect(first?.tags).toEqual([DiagnosticTag.Unnecessary]);
    expect(second).not.toHaveProperty('tags');
  });
});

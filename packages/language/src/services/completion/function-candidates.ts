import { CompletionItemKind } from 'vscode-languageserver-types';
import { signature } from '../../evaluation/functions/function.js';
import { FUNCTIONS } from '../../evaluation/functions/registry.js';
import { escapeMarkdown } from '../hover/markdown.js';
import { type Candidate, inSnippet } from './items.js';
import type { Surroundings } from './surroundings.js';

/** The functions of the language, in the spelling of the file. */
export function functionCandidates({ spelling, language }: Surroundings): Candidate[] {
  return FUNCTIONS.map((definition): Candidate => {
    const name = definition[spelling];
    const required = definition.parameters.filter(({ optional }) => !optional);
    const stops = required.map((parameter, index) => `\${${index + 1}:${inSnippet(parameter[spelling])}}`);
    return {
      label: name,
      kind: CompletionItemKind.Function,
      detail: signature(definition, spelling),
      documentation: escapeMarkdown(definition.summary[language]),
      text: `${name}(`,
      snippet: `${name}(${stops.join(', ')})`,
      words: [name, definition.zh, definition.en],
      rank: 6,
    };
  });
}

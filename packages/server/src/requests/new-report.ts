import { type LibraryChoice, newReportText, outlineChoices, rubricChoices } from '@jixiao/language/services';
import { newReportChoicesRequest, newReportRequest } from '../protocol.js';
import { handler } from './handler.js';

/** The outlines and rubrics that a report can be begun with. */
export const newReportChoices = handler(newReportChoicesRequest, () => ({
  outlines: outlineChoices().map(described),
  rubrics: rubricChoices().map(described),
}));

export const newReport = handler(newReportRequest, ({ keywords, ...wish }, { configuration }) => {
  const outline = outlineChoices().find(({ name }) => name === wish.outline)?.outline;
  const rubric = rubricChoices().find(({ name }) => name === wish.rubric)?.rubric;
  if (!outline || (wish.rubric !== undefined && !rubric)) return null;
  // The spelling that files are formatted to; else that of the user's language.
  const { 'format.keywords': formatted } = configuration.current;
  const spelling = keywords ?? (formatted === 'keep' ? configuration.language : formatted);
  return { text: newReportText({ ...wish, outline, rubric }, spelling) };
});

function described({ name, label, parts, remark }: LibraryChoice): LibraryChoice {
  return { name, label, parts, remark };
}

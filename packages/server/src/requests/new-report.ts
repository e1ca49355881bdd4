import { newReportRequest, reportChoicesRequest, rubricChoicesRequest } from '../protocol.js';
import { libraryOutlines } from '../skeleton/outlines.js';
import { reportSkeleton } from '../skeleton/report-skeleton.js';
import { libraryRubrics } from '../skeleton/rubrics.js';
import { handler } from './handler.js';

/** The outlines from which a report can be begun. */
export const reportChoices = handler(reportChoicesRequest, () =>
  libraryOutlines().map(({ name, label }) => ({ outline: name, label })),
);

/** The rubrics by which it can be scored. */
export const rubricChoices = handler(rubricChoicesRequest, () =>
  libraryRubrics().map(({ rubric, label }) => ({ rubric: rubric.name, label })),
);

export const newReport = handler(newReportRequest, (params, { configuration }) => {
  const { unit, year, keywords = configuration.language } = params;
  const outline = libraryOutlines().find(({ name }) => name === params.outline);
  const rubric = libraryRubrics().find((choice) => choice.rubric.name === params.rubric)?.rubric;
  if (!outline || (params.rubric !== undefined && !rubric)) return null;
  return { text: reportSkeleton(outline, { unit, year, ...(rubric && { rubric }) }, keywords) };
});

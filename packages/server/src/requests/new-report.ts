import { newReportRequest, reportChoicesRequest } from '../protocol.js';
import { libraryOutlines } from '../skeleton/outlines.js';
import { reportSkeleton } from '../skeleton/report-skeleton.js';
import { handler } from './handler.js';

/** The outlines from which a report can be begun. */
export const reportChoices = handler(reportChoicesRequest, () =>
  libraryOutlines().map(({ name, label }) => ({ outline: name, label })),
);

export const newReport = handler(newReportRequest, ({ outline, unit, year, keywords }, { configuration }) => {
  const chosen = libraryOutlines().find(({ name }) => name === outline);
  return chosen ? { text: reportSkeleton(chosen, { unit, year }, keywords ?? configuration.language) } : null;
});

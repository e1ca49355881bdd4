import type { Captioned, EvaluatedReport, Prose, ReportItem } from '@jixiao/core';

/** What an item takes from the counts of the document, and what it brings to them. */
export interface Survey {
  readonly headings: number;
  readonly footnotes: number;
  /** Names that its text mentions. */
  readonly mentions: readonly string[];
  readonly captioned: readonly Captioned[];
  /** It holds annexes, which stand elsewhere on paper. */
  readonly hasAnnexes: boolean;
  /** It holds pages that are turned on their side. */
  readonly turns: boolean;
}

const NONE: Survey = { headings: 0, footnotes: 0, mentions: [], captioned: [], hasAnnexes: false, turns: false };

const surveys = new WeakMap<ReportItem, Survey>();

/** Surveys an item with all that it holds; once, for it never changes. */
export function surveyOf(item: ReportItem): Survey {
  let survey = surveys.get(item);
  if (!survey) {
    survey = surveyItem(item);
    surveys.set(item, survey);
  }
  return survey;
}

function surveyItem(item: ReportItem): Survey {
  switch (item.kind) {
    case 'prose':
      return surveyProse(item);
    case 'table':
    case 'chart':
    case 'image':
      return { ...NONE, captioned: [item] };
    case 'pagebreak':
      return NONE;
    case 'section': {
      const inside = surveyAll(item.items);
      return { ...inside, headings: inside.headings + 1 };
    }
    case 'landscape':
      return { ...surveyAll(item.items), turns: true };
    case 'annex':
      return { ...surveyAll(item.items), hasAnnexes: true };
  }
}

function surveyProse({ paragraphs }: Prose): Survey {
  const mentions: string[] = [];
  let footnotes = 0;
  for (const { runs } of paragraphs) {
    for (const run of runs) {
      if (run.kind === 'reference') mentions.push(run.target);
      else if (run.kind === 'footnote') footnotes += 1;
    }
  }
  return mentions.length + footnotes === 0 ? NONE : { ...NONE, mentions, footnotes };
}

/** The paths under which a report names its pictures, each once. */
export function picturePaths({ items }: Pick<EvaluatedReport, 'items'>): string[] {
  const paths = surveyAll(items).captioned.flatMap((item) => (item.kind === 'image' ? [item.path] : []));
  return [...new Set(paths)];
}

/** Several items together. */
export function surveyAll(items: readonly ReportItem[]): Survey {
  const mentions: string[] = [];
  const captioned: Captioned[] = [];
  let [headings, footnotes] = [0, 0];
  let [hasAnnexes, turns] = [false, false];
  for (const item of items) {
    const inside = surveyOf(item);
    if (inside === NONE) continue;
    headings += inside.headings;
    footnotes += inside.footnotes;
    for (const name of inside.mentions) mentions.push(name);
    for (const one of inside.captioned) captioned.push(one);
    hasAnnexes ||= inside.hasAnnexes;
    turns ||= inside.turns;
  }
  return { headings, footnotes, mentions, captioned, hasAnnexes, turns };
}

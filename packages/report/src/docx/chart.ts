import { Paragraph } from 'docx';
import { ChartRun, type ChartRunOptions } from 'docx/charts';
import { allowedText } from '../layout/allowed-text.js';
import { atTurn, CHART_COLORS, CHART_MARKS } from '../layout/chart-look.js';
import type { ChartBlock, Orientation } from '../layout/document.js';
import { FACE_NAMES } from '../layout/faces.js';
import { CHART_HEIGHT_MM, paper } from '../layout/paper.js';
import { pointLabel } from '../layout/point-label.js';
import { placeOf } from './figure.js';
import { pixels } from './measures.js';
import { STYLE } from './styles.js';

/** A chart of the word processor's own, with its data in an embedded workbook. */
export function chartParagraph(chart: ChartBlock, orientation: Orientation, pageBreakBefore: boolean): Paragraph {
  const children = [new ChartRun(chartOptions(chart, orientation))];
  return new Paragraph({ style: STYLE.figure, ...placeOf(chart), pageBreakBefore, children });
}

function chartOptions(chart: ChartBlock, orientation: Orientation): ChartRunOptions {
  const width = orientation === 'portrait' ? paper.typeArea.width : paper.typeArea.height;
  const font = { name: FACE_NAMES.song, size: 10.5 };
  const base = {
    transformation: { width: Math.round(pixels(width)), height: Math.round(pixels(CHART_HEIGHT_MM)) },
    font: { name: FACE_NAMES.song, color: '000000' },
    altText: { name: allowedText(chart.caption?.text || '图'), description: allowedText(description(chart)) },
    chartArea: { fill: 'none', border: 'none' },
  } as const;
  const categories = chart.categories.map(allowedText);
  const series = chart.series.map(({ name, points }, index) => ({
    color: atTurn(CHART_COLORS, index),
    name: name === '' ? '数值' : allowedText(name),
    values: points.map((point) => (point ? plotted(point.decimal) : null)),
    pointLabels: points.map((point) => (point ? { text: pointLabel(point, chart), font } : undefined)),
  }));
  const legend = { position: 'bottom', font } as const;
  if (chart.type === 'pie') {
    const [only = { name: '数值', values: [], pointLabels: [] }] = series.map(({ color, ...rest }) => rest);
    const colors = categories.map((_, index) => atTurn(CHART_COLORS, index));
    const slices = only.pointLabels.map((label, index) =>
      label ? { ...label, text: `${categories[index] ?? ''}\n${label.text}` } : undefined,
    );
    return {
      ...base,
      type: 'pie',
      categories,
      series: [{ ...only, colors, pointLabels: slices, dataLabels: { value: true, position: 'outsideEnd', font } }],
      legend,
    };
  }
  const axes = {
    categoryAxis: { font },
    valueAxis: { font, ...(chart.unit !== undefined && { title: { text: chart.unit, font } }) },
  };
  const labelled = series.map((one) => ({ ...one, dataLabels: { value: true, font } }));
  const shown = chart.series.length > 1 ? legend : (false as const);
  if (chart.type === 'line') {
    const marked = labelled.map((one, index) => ({
      ...one,
      dataLabels: { ...one.dataLabels, position: 'above' as const },
      markers: { shape: atTurn(CHART_MARKS, index), size: MARK_SIZE },
    }));
    return { ...base, ...axes, type: 'line', categories, series: marked, legend: shown };
  }
  return { ...base, ...axes, type: 'column', gapWidth: 80, overlap: 0, categories, series: labelled, legend: shown };
}

/** In points. */
const MARK_SIZE = 7;

/**
 * What the library leaves to Office in the XML of a chart: the face of Han characters, and where the
 * names of categories stand when a value is less than nothing.
 */
export function finishChart(xml: string): string {
  return xml
    .replaceAll('<a:ea typeface="+mn-ea"/>', `<a:ea typeface="${FACE_NAMES.song}"/>`)
    .replace(/(<c:catAx>.*?<c:tickLblPos val=")nextTo(")/s, '$1low$2');
}

/** What the chart says, for those who cannot see it. */
function description(chart: ChartBlock): string {
  const parts = chart.series.map(({ name, points }) => {
    const values = points.map((point, index) => `${chart.categories[index] ?? ''}${point?.label ?? '—'}`);
    return `${name === '' ? '' : `${name}：`}${values.join('，')}`;
  });
  return parts.join('；');
}

/**
 * The place of a point in the drawing. Spreadsheets keep binary numbers; the exact text stands
 * beside it as the label.
 */
function plotted(decimal: string): number {
  return Number(decimal);
}

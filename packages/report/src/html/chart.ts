import { BarChart, LineChart, PieChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { atTurn, CHART_COLORS, CHART_MARKS } from '../layout/chart-look.js';
import type { ChartBlock } from '../layout/document.js';
import { pointLabel } from '../layout/point-label.js';

use([BarChart, LineChart, PieChart, GridComponent, LegendComponent, SVGRenderer]);

/** The width of the type area and the height of a chart, in pixels of 1/96 inch. */
const WIDTH = 590;
const HEIGHT = 302;

const FONT = 'SimSun, STSong, serif';
const LABEL = { color: '#000', fontFamily: FONT, fontSize: 14 };

/** Charts drawn lately, by what they show: a chart is the slowest part of a page and seldom changes. */
const drawn = new Map<string, string>();
const MOST_DRAWN = 100;

/** The chart as SVG without script, style or ids, so that equal charts give equal text. */
export function chartSvg(chart: ChartBlock): string {
  const option = chartOption(chart);
  const key = JSON.stringify([chart.type, chart.categories, chart.series, chart.unit]);
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const instance = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT });
  instance.setOption(option);
  const svg = cleaned(instance.renderToSVGString());
  instance.dispose();
  if (drawn.size >= MOST_DRAWN) drawn.clear();
  drawn.set(key, svg);
  return svg;
}

function chartOption(chart: ChartBlock): EChartsCoreOption {
  const base = { animation: false, textStyle: { fontFamily: FONT }, color: COLORS };
  const legend = { bottom: 0, textStyle: LABEL, silent: true };
  if (chart.type === 'pie') {
    const points = chart.series[0]?.points ?? [];
    const data = points.flatMap((point, index) =>
      point
        ? [
            {
              name: chart.categories[index] ?? '',
              value: point.decimal,
              label: { formatter: `{b}\n${literal(point.label)}` },
            },
          ]
        : [],
    );
    return {
      ...base,
      legend,
      series: [
        {
          type: 'pie',
          silent: true,
          radius: '60%',
          center: ['50%', '45%'],
          label: LABEL,
          emphasis: { disabled: true },
          data,
        },
      ],
    };
  }
  return {
    ...base,
    ...(chart.series.length > 1 && { legend }),
    grid: { left: 8, right: 8, top: 32, bottom: chart.series.length > 1 ? 40 : 8, outerBoundsMode: 'same' },
    xAxis: {
      type: 'category',
      data: chart.categories,
      axisLabel: categoryLabel(chart.categories.length),
      // Names stand below the lowest value.
      axisLine: { onZero: false },
      silent: true,
    },
    yAxis: {
      type: 'value',
      axisLabel: LABEL,
      silent: true,
      ...(chart.unit !== undefined && { name: chart.unit, nameTextStyle: LABEL }),
    },
    series: chart.series.map(({ name, points }, index) => ({
      type: chart.type,
      ...(chart.type === 'line' && { symbol: MARKS[atTurn(CHART_MARKS, index)], symbolSize: MARK_SIZE }),
      name,
      silent: true,
      emphasis: { disabled: true },
      label: { ...LABEL, show: true, position: 'top' },
      data: points.map((point) =>
        point ? { value: point.decimal, label: { formatter: literal(pointLabel(point, chart)) } } : '-',
      ),
    })),
  };
}

/** No category goes without its name: a long one wraps. */
function categoryLabel(count: number) {
  return { ...LABEL, interval: 0, width: Math.floor((0.85 * WIDTH) / Math.max(1, count)), overflow: 'break' };
}

/** Text that the chart library takes as it is: braces begin its placeholders. */
function literal(text: string): string {
  return text.replace(/[{}]/g, '');
}

const COLORS = CHART_COLORS.map((color) => `#${color}`);

/** What this library calls the marks of lines. */
const MARKS = { circle: 'circle', square: 'rect', triangle: 'triangle', diamond: 'diamond' } as const;
const MARK_SIZE = 9;

function cleaned(svg: string): string {
  return svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/ (?:class|ecmeta_\w+|pointer-events)="[^"]*"/g, '')
    .replace(/ style="([^"]*)"/g, (_, style: string) => presentation(style))
    .replace(/\n/g, '');
}

/** Style attributes need a permission that a page may withhold; presentation attributes do not. */
function presentation(style: string): string {
  return style
    .split(';')
    .flatMap((declaration) => {
      const colon = declaration.indexOf(':');
      return colon < 0 ? [] : [` ${declaration.slice(0, colon).trim()}="${declaration.slice(colon + 1).trim()}"`];
    })
    .join('');
}

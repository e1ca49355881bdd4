import { catalogue, type Finding } from '@jixiao/core';
import type { FigureDefinition } from './definitions.js';

/** One finding for each figure on a circle of references, related to the others. */
export function cycleFindings(circle: readonly FigureDefinition[]): Finding[] {
  const figures = [...new Set(circle)];
  return figures.map((figure, index) => {
    const turned = [...figures.slice(index), ...figures.slice(0, index), figure];
    return catalogue.values.cycle.at(
      figure.nameSpan,
      { path: turned.map(({ name }) => name) },
      figures
        .filter((other) => other !== figure)
        .map((other) => ({
          at: other.nameSpan,
          message: { zh: `“${other.name}”也在循环中`, en: `“${other.name}” is part of the circle` },
        })),
    );
  });
}

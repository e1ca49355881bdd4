import { type IndicatorTable, quantityText } from '@jixiao/core';
import { toRange } from '../diagnostics/conversion.js';
import { countShown } from '../diagnostics/severities.js';
import { statusRequest, type TableStatus } from '../protocol.js';
import { handler } from './handler.js';

/** What a status item says of a file. */
export const status = handler(statusRequest, async ({ uri }, { workspace, configuration }) => {
  const file = workspace.names.of(uri);
  await workspace.pendingFor(file);
  if (!workspace.has(file)) return null;
  const analysis = workspace.analysisOf(file);
  const version = workspace.versionOf(file);
  return {
    ...(version !== undefined && { version }),
    findings: countShown(analysis.findings(file), analysis.allowed(file).length, configuration.current),
    tables: analysis.evaluated(file).indicators.map(tableStatus),
  };
});

function tableStatus({ name, label, total, points, grade, nameSpan }: IndicatorTable): TableStatus {
  return {
    name,
    label,
    ...(total && { total: quantityText(total, { unit: 'none' }) }),
    ...(points && { points: quantityText(points, { unit: 'none' }) }),
    ...(grade !== undefined && { grade }),
    range: toRange(nameSpan),
  };
}

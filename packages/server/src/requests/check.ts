import { toRange } from '../diagnostics/conversion.js';
import { type CheckedFile, checkRequest } from '../protocol.js';
import { nextTurn } from '../turn.js';
import { isInside } from '../workspace/file-names.js';
import { handler } from './handler.js';

/** The findings of files, as the command line reports them. */
export const check = handler(checkRequest, async ({ uri }, { workspace, configuration }, token) => {
  const wanted = uri === undefined ? undefined : workspace.names.of(uri);
  await workspace.scanning;
  const files = workspace
    .checkedFiles()
    .filter((file) => wanted === undefined || file === wanted || isInside(file, wanted))
    .sort();
  const checked: CheckedFile[] = [];
  for (const file of files) {
    if (token.isCancellationRequested) break;
    await workspace.pendingFor(file);
    const analysis = workspace.analysisOf(file);
    const findings = analysis.findings(file).map(({ at, severity, code, message }) => ({
      range: toRange(at),
      severity,
      code,
      message: message[configuration.language],
    }));
    checked.push({ uri: workspace.uriOf(file), findings, allowed: analysis.allowed(file).length });
    await nextTurn();
  }
  return checked;
});

import { PositionEncodingKind, type ServerCapabilities } from 'vscode-languageserver';
import type { Client } from './client.js';
import { diagnosticCapabilities } from './diagnostics/diagnostics.js';
import { FEATURES } from './features/registry.js';
import { SYNCHRONISATION_CAPABILITIES } from './workspace/synchronisation.js';

/** What this server can do for this client: what is registered, and nothing else. */
export function serverCapabilities(client: Client): ServerCapabilities {
  const parts: readonly ServerCapabilities[] = [
    { positionEncoding: PositionEncodingKind.UTF16 },
    SYNCHRONISATION_CAPABILITIES,
    diagnosticCapabilities(client),
    ...FEATURES.map((feature) => feature.capabilities(client)),
  ];
  return parts.reduce(merge, {});
}

/** Several parts may add to `workspace` and to what lies below it; everything else belongs to one of them. */
function merge(into: ServerCapabilities, part: ServerCapabilities): ServerCapabilities {
  const { workspace: before } = into;
  const { workspace: added } = part;
  if (!before || !added) return { ...into, ...part };
  const fileOperations = { ...before.fileOperations, ...added.fileOperations };
  return { ...into, ...part, workspace: { ...before, ...added, fileOperations } };
}

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join, sep } from 'node:path';

/** A Node under which the bundles are started. */
export interface NodeUnderTest {
  readonly name: string;
  readonly program: string;
}

/**
 * The Node that runs this, and the one of the system: the bundles must also start on hosts that are
 * older than the tools of this repository.
 * @throws Error in CI if the system has none
 */
export function nodesUnderTest(): NodeUnderTest[] {
  const system = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.split(sep).includes('node_modules'))
    .map((folder) => join(folder, process.platform === 'win32' ? 'node.exe' : 'node'))
    .find((program) => existsSync(program));
  const own = { name: `Node ${process.versions.node}`, program: process.execPath };
  if (system === undefined) {
    if (process.env.CI) throw new Error('There is no Node outside node_modules to start the bundles with');
    console.log('not tested under the Node of the system: there is none on the PATH outside node_modules');
    return [own];
  }
  const version = execFileSync(system, ['--version'], { encoding: 'utf8' }).trim().replace(/^v/, '');
  return version === process.versions.node ? [own] : [own, { name: `Node ${version}`, program: system }];
}

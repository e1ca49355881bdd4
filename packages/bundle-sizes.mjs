/** How many of the packages in a bundle are named; the rest is summed up in one line. */
const named = 8;

/**
 * What the files of one bundle weigh, and which packages the weight comes from.
 *
 * @param {import('esbuild').Metafile} metafile
 * @returns {string} lines for a person: bytes of each output, then bytes a package, largest first
 */
export function describeSizes(metafile) {
  const lines = [];
  for (const [file, { bytes, inputs }] of Object.entries(metafile.outputs)) {
    lines.push(`${kibibytes(bytes)}  ${file}`);
    const origins = Map.groupBy(Object.entries(inputs), ([path]) => packageOf(path));
    const weights = [...origins].map(([name, parts]) => ({ name, bytes: sum(parts.map(([, i]) => i.bytesInOutput)) }));
    weights.sort((a, b) => b.bytes - a.bytes);
    for (const weight of weights.slice(0, named)) lines.push(`${kibibytes(weight.bytes)}    ${weight.name}`);
    const rest = weights.slice(named);
    if (rest.length > 0) lines.push(`${kibibytes(sum(rest.map((w) => w.bytes)))}    ${rest.length} more packages`);
  }
  return lines.join('\n');
}

/** `node_modules/@scope/name/…` and `packages/name/…` belong to `@scope/name` and `packages/name`. */
function packageOf(path) {
  const dependency = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path);
  return dependency?.[1] ?? /packages\/[^/]+/.exec(path)?.[0] ?? path;
}

function kibibytes(bytes) {
  return `${(bytes / 1024).toFixed(1).padStart(9)} KiB`;
}

function sum(numbers) {
  return numbers.reduce((total, n) => total + n, 0);
}

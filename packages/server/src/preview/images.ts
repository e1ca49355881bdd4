import type { Size } from '@jixiao/report';
import type { ServerContext } from '../context.js';
import type { Picture } from '../workspace/image-files.js';

/** The address of a picture for a client that serves the folder of the document at `base`. */
export function imageAddress(base: string, path: string, changes: number): string | undefined {
  const relative = encodeURI(path.replaceAll('\\', '/')).replaceAll('#', '%23').replaceAll('?', '%3F');
  const folder = base.endsWith('/') ? base : `${base}/`;
  if (!URL.canParse(relative, folder)) return undefined;
  const address = new URL(relative, folder);
  if (changes > 0) address.searchParams.set('change', `${changes}`);
  return address.href;
}

/** The pictures of these paths that can be shown, with their addresses. */
export async function imageAddresses(
  paths: Iterable<string>,
  file: string,
  base: string,
  { workspace }: Pick<ServerContext, 'workspace'>,
): Promise<ReadonlyMap<string, string>> {
  const addresses = new Map<string, string>();
  for (const path of new Set(paths)) {
    const target = workspace.resolve(file, path);
    if (target === undefined || !(await workspace.images.isShown(target))) continue;
    const address = imageAddress(base, path, workspace.images.changesOf(target));
    if (address !== undefined) addresses.set(path, address);
  }
  return addresses;
}

/** The pictures of these paths that can be put on paper. */
export async function readPictures(
  paths: Iterable<string>,
  file: string,
  { workspace }: Pick<ServerContext, 'workspace'>,
): Promise<ReadonlyMap<string, Picture>> {
  const pictures = new Map<string, Picture>();
  for (const path of new Set(paths)) {
    const target = workspace.resolve(file, path);
    const picture = target === undefined ? undefined : await workspace.images.read(target);
    if (picture) pictures.set(path, picture);
  }
  return pictures;
}

/** How large the pictures of these paths are, in pixels. */
export async function imageSizes(
  paths: Iterable<string>,
  file: string,
  { workspace }: Pick<ServerContext, 'workspace'>,
): Promise<ReadonlyMap<string, Size>> {
  const sizes = new Map<string, Size>();
  for (const path of paths) {
    const target = workspace.resolve(file, path);
    const size = target === undefined ? undefined : await workspace.images.sizeOf(target);
    if (size) sizes.set(path, size);
  }
  return sizes;
}

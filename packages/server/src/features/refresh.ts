import type { ServerContext } from '../context.js';

/** Milliseconds of rest after which other documents follow what is typed in one. */
const REST = 300;

/**
 * Asks the client to ask again for what it shows in open documents, once something else changed that
 * they depend on. For the document that is edited a client asks on its own.
 */
export function refreshAffected(
  name: string,
  refresh: () => Promise<void>,
  { session, workspace }: ServerContext,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  workspace.onDidChange((files) => {
    const affected = [...workspace.dependantsOf(files)].some((file) => workspace.isOpen(file) && !files.has(file));
    if (!affected) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (session.running) session.run(name, refresh);
    }, REST);
  });
}

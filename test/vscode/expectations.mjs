/** What lines of a text must say; a failure names the line that is missing rather than the whole text. */
export function lines(text) {
  const all = text.split(/\r?\n/);
  return {
    have(pattern) {
      if (!all.some((line) => pattern.test(line))) throw new Error(`no line matches ${pattern} in:\n${excerpt(all)}`);
    },
    haveNo(pattern) {
      const found = all.find((line) => pattern.test(line));
      if (found !== undefined) throw new Error(`a line matches ${pattern}: ${found}`);
    },
  };
}

const shown = 30;
const width = 120;

function excerpt(all) {
  return all
    .slice(0, shown)
    .map((line) => line.slice(0, width))
    .join('\n');
}

/** Waits until something holds. @param {() => boolean | Promise<boolean>} holds */
export async function eventually(holds, milliseconds = 20_000) {
  const end = Date.now() + milliseconds;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`did not come to hold within ${milliseconds} ms: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Waits until what is read stays the same for a while, and returns it. @template T @param {() => Promise<T>} read */
export async function settled(read, times = 8) {
  let last = await read();
  let same = 0;
  await eventually(async () => {
    const now = await read();
    same = JSON.stringify(now) === JSON.stringify(last) ? same + 1 : 0;
    last = now;
    return same >= times;
  });
  return last;
}

/** Whether something is seen before the time is over. @param {import('playwright-core').Locator} locator */
export function appears(locator, milliseconds) {
  return succeeds(locator.waitFor({ timeout: milliseconds }));
}

/** Whether something is gone before the time is over. @param {import('playwright-core').Locator} locator */
export function disappears(locator, milliseconds) {
  return succeeds(locator.waitFor({ state: 'detached', timeout: milliseconds }));
}

function succeeds(waiting) {
  return waiting.then(
    () => true,
    () => false,
  );
}

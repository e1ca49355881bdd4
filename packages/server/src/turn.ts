/** In Node a whole round of the event loop takes no time to speak of; browsers have only timers. */
const { setImmediate: atOnce } = globalThis as { readonly setImmediate?: (run: () => void) => unknown };

/** Lets everything that waits have its turn: messages that came in, requests, cancellations. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (atOnce) atOnce(() => atOnce(resolve));
    else setTimeout(resolve, 0);
  });
}

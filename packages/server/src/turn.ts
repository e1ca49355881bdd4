/** Lets everything that waits have its turn: messages that came in, requests, cancellations. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

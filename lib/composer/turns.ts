/** One at a time, in the order asked: an undo waits for the rewrite that it takes back, a rewrite for the one before it. */
export function createTurns() {
  let isBusy = false;
  let last: Promise<void> = Promise.resolve();
  return {
    isBusy: () => isBusy,
    /** Resolves when it is done. */
    take(act: () => Promise<void>, onEnd?: () => void): Promise<void> {
      isBusy = true;
      const mine = last.then(act).catch(() => undefined);
      last = mine;
      return mine.finally(() => {
        if (last === mine) isBusy = false;
        onEnd?.();
      });
    },
  };
}

/** One at a time: an undo waits for the rewrite that it takes back; a second rewrite in the same breath is a slip. */
export function createTurns() {
  let isBusy = false;
  let last: Promise<void> = Promise.resolve();
  return {
    isBusy: () => isBusy,
    /** Resolves when it is done, or at once when it was not let in. */
    take(act: () => Promise<void>, canWait: boolean, onEnd?: () => void): Promise<void> {
      if (isBusy && !canWait) return Promise.resolve();
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

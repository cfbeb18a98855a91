/** One at a time: an undo waits for the rewrite that it takes back; a second rewrite in the same breath is a slip. */
export function createTurns() {
  let isBusy = false;
  let last: Promise<void> = Promise.resolve();
  return {
    isBusy: () => isBusy,
    take(act: () => Promise<void>, canWait: boolean, onEnd?: () => void): void {
      if (isBusy && !canWait) return;
      isBusy = true;
      const mine = last.then(act).catch(() => undefined);
      last = mine;
      mine.finally(() => {
        if (last === mine) isBusy = false;
        onEnd?.();
      });
    },
  };
}

/**
 * Acts once, this many milliseconds after the last `start`. A start while it runs only moves the moment: a key costs no timer.
 */
export function createTimer(milliseconds: number, signal: AbortSignal, act: () => void) {
  let due = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });

  function look(): void {
    const left = due - performance.now();
    timer = left > 1 ? setTimeout(look, left) : undefined;
    if (!timer) act();
  }

  return {
    start() {
      due = performance.now() + milliseconds;
      timer ??= setTimeout(look, milliseconds);
    },
  };
}

const CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/** That somebody wants it to end: by Ctrl+C, or the system. */
export interface Stop {
  signal: AbortSignal;
  /** The exit code then; 0 before. */
  code(): number;
  /** From now on a signal ends the program at once again. */
  release(): void;
}

let waiting: Stop | undefined;

/** Hears the signals from now on, or since it was first called. The second one ends the program at once. */
export function awaitStop(): Stop {
  if (waiting) return waiting;
  const stop = new AbortController();
  let code = 0;
  const names = Object.keys(CODES) as (keyof typeof CODES)[];
  const hear = (name: keyof typeof CODES) => {
    code = CODES[name];
    stop.abort();
  };
  for (const name of names) process.once(name, hear);
  waiting = {
    signal: stop.signal,
    code: () => code,
    release() {
      for (const name of names) process.removeListener(name, hear);
      waiting = undefined;
    },
  };
  return waiting;
}

/** A line on the terminal that says how far an audit is; nothing where standard error is no terminal. */
export interface Progress {
  /** So much of the whole is read (0 to 1, undefined where that is not known), with so many replies. */
  show(share: number | undefined, replies: number): void;
  clear(): void;
}

/** Where it is written; as `process.stderr`. */
export interface Terminal {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

/** Milliseconds between two looks of the line. */
const PAUSE = 200;
const BAR = 24;

/** `already` are the replies and the share that an audit which goes on had before: they tell nothing of its speed. */
export function createProgress(
  terminal: Terminal,
  already: { replies: number; share: number },
  now: () => number = () => performance.now(),
): Progress {
  const start = now();
  let last = Number.NEGATIVE_INFINITY;
  if (!terminal.isTTY) return { show: () => {}, clear: () => {} };
  return {
    show(share, replies) {
      const time = now();
      if (time - last < PAUSE) return;
      last = time;
      const seconds = Math.max((time - start) / 1000, 0.001);
      const rate = `${count(replies)} replies  ${count((replies - already.replies) / seconds)}/s`;
      const done = share === undefined ? 0 : share - already.share;
      const left = share === undefined || done <= 0 ? '' : `  ${describeTime((seconds / done) * (1 - share))} left`;
      const line = share === undefined ? rate : `${drawBar(share)} ${rate}${left}`;
      terminal.write(`\r\x1b[K${line.slice(0, (terminal.columns ?? 80) - 1)}`);
    },
    clear: () => void terminal.write('\r\x1b[K'),
  };
}

function drawBar(share: number): string {
  const full = Math.min(BAR, Math.round(share * BAR));
  return `[${'#'.repeat(full)}${' '.repeat(BAR - full)}] ${String(Math.floor(share * 100)).padStart(3)} %`;
}

function count(number: number): string {
  return Math.round(number).toLocaleString('en');
}

/** Seconds as "2 h 5 min", "3 min 20 s" or "8 s". */
function describeTime(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole >= 3600) return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
  return whole >= 60 ? `${Math.floor(whole / 60)} min ${whole % 60} s` : `${whole} s`;
}

import { tell, tellNumber } from './words.ts';

/** A line on the terminal that says how far something long is; nothing where standard error is no terminal. */
export interface Progress {
  /** So much of the whole is read (0 to 1, undefined where that is not known), with so many replies, or whatever is counted. */
  show(share: number | undefined, count: number): void;
  /** Takes the line away, so that something else can be said. */
  clear(): void;
  /** Takes the line away, and says how many were counted in a second. */
  finish(count: number): void;
}

/** Where it is written; as `process.stderr`. */
export interface Terminal {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

/** Standard error; one that cannot take a line back is as good as none. */
export function getTerminal(): Terminal {
  return process.env.TERM === 'dumb' ? { write: () => {} } : process.stderr;
}

/** Milliseconds between two looks of the line. */
const PAUSE = 200;
const BAR = 24;
/** Where a terminal does not tell its width. */
const WIDTH = 80;

/**
 * @param what is counted, in the singular
 * @param now milliseconds
 */
export function createProgress(
  terminal: Terminal,
  what = 'reply',
  now: () => number = () => performance.now(),
): Progress {
  if (!terminal.isTTY) return { show: () => {}, clear: () => {}, finish: () => {} };
  /** The speed is measured from here: before, workers were started, or another run had counted. */
  let first: { time: number; share: number; count: number } | undefined;
  let last = Number.NEGATIVE_INFINITY;
  let isShown = false;

  const measure = (time: number, count: number) => {
    const seconds = first ? Math.max((time - first.time) / 1000, 0.001) : 0;
    return {
      seconds,
      rate: first && count > first.count ? `${tellNumber(Math.round((count - first.count) / seconds))}/s` : '',
    };
  };

  const clear = () => {
    if (isShown) terminal.write('\r\x1b[K');
    isShown = false;
  };

  return {
    show(share, count) {
      const time = now();
      first ??= { time, share: share ?? 0, count };
      if (time - last < PAUSE) return;
      last = time;
      const { seconds, rate } = measure(time, count);
      const done = share === undefined ? 0 : share - first.share;
      const left = share === undefined || done <= 0 ? '' : `${describeTime((seconds / done) * (1 - share))} left`;
      const line = fit(share, tell(count, what), rate, left, (terminal.columns || WIDTH) - 1);
      terminal.write(`\r\x1b[K${line}`);
      isShown = true;
    },
    clear,
    finish(count) {
      clear();
      const { rate } = measure(now(), count);
      if (rate) terminal.write(`${tell(count, what)}, ${rate}\n`);
    },
  };
}

/** As much of it as the terminal is wide; the bar goes first. */
function fit(share: number | undefined, counted: string, rate: string, left: string, width: number): string {
  const percent = share === undefined ? '' : `${String(Math.floor(share * 100)).padStart(3)} %`;
  const bar = share === undefined ? '' : `${drawBar(share)} `;
  const join = (...parts: string[]) => parts.filter((part) => part !== '').join('  ');
  const forms = [
    bar + join(percent, counted, rate, left),
    join(percent, counted, rate, left),
    join(percent, counted, left),
    join(percent, left),
  ];
  return forms.find(({ length }) => length <= width) ?? percent.trim().slice(0, width);
}

function drawBar(share: number): string {
  const full = Math.min(BAR, Math.round(share * BAR));
  return `[${'#'.repeat(full)}${' '.repeat(BAR - full)}]`;
}

/** Seconds as "2 h 5 min", "3 min 20 s" or "8 s". */
function describeTime(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole >= 3600) return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
  return whole >= 60 ? `${Math.floor(whole / 60)} min ${whole % 60} s` : `${whole} s`;
}

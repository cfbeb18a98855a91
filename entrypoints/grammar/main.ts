import { connectHost } from './host.ts';

/** Milliseconds without a question after which the host goes; the next question starts it again. */
const IDLE = 15 * 60_000;

let timer = setTimeout(close, IDLE);
connectHost(() => {
  clearTimeout(timer);
  timer = setTimeout(close, IDLE);
});

import type { Intake, Progress, TeamState } from './intake.ts';

/** How the page speaks with the intake in its worker: questions by number, answers, and how far a long one has come. */

type Name = keyof Intake;

type Question = { id: number; name: Name; ask: unknown[] } | { stop: number };
type Answer = { id: number; value: unknown } | { id: number; error: string } | { id: number; progress: Progress };

/** A port between the page and the worker, as far as is needed. */
export interface Port {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listen: (event: { data: unknown }) => void): void;
}

/** Milliseconds between two words of how far it has come: more would only keep the page busy. */
const BETWEEN = 100;
const LONG: readonly Name[] = ['open', 'take'];

/** Serves an intake in a worker. */
export function serveIntake(port: Port, intake: Intake): void {
  const running = new Map<number, AbortController>();
  // One after the other: a sum waits for the files that come before it.
  let last: Promise<unknown> = Promise.resolve();
  port.addEventListener('message', ({ data }) => {
    const question = data as Question;
    if ('stop' in question) {
      running.get(question.stop)?.abort();
      return;
    }
    const { id, name, ask } = question;
    const stop = new AbortController();
    running.set(id, stop);
    last = last.then(async () => {
      let told = 0;
      const onProgress = (progress: Progress) => {
        if (performance.now() - told < BETWEEN) return;
        told = performance.now();
        port.postMessage({ id, progress } satisfies Answer);
      };
      const more = LONG.includes(name) ? [{ signal: stop.signal, onProgress }] : [];
      try {
        const value = await (intake[name] as (...ask: unknown[]) => Promise<unknown>)(...ask, ...more);
        port.postMessage({ id, value } satisfies Answer);
      } catch (error) {
        port.postMessage({ id, error: String(error) } satisfies Answer);
      }
      running.delete(id);
    });
  });
}

/** The intake as the page sees it. */
export type IntakeLink = Omit<Intake, 'open' | 'take'> & {
  open(onProgress: (progress: Progress) => void): Promise<TeamState>;
  take(
    files: readonly File[],
    today: string,
    onProgress: (progress: Progress) => void,
    signal: AbortSignal,
  ): ReturnType<Intake['take']>;
};

/** Of the worker: when it has died, nobody waits any longer. */
export interface WorkerPort extends Port {
  addEventListener(type: 'message', listen: (event: { data: unknown }) => void): void;
  addEventListener(type: 'error', listen: () => void): void;
  terminate(): void;
}

/** Starts a worker with the first question, and another one when it has died: what it was asked then is rejected. */
export function connectIntake(start: () => WorkerPort): IntakeLink {
  const waiting = new Map<number, PromiseWithResolvers<unknown> & { onProgress?: (progress: Progress) => void }>();
  let port: WorkerPort | undefined;
  let last = 0;

  function hear(data: unknown): void {
    const answer = data as Answer;
    const asked = waiting.get(answer.id);
    if ('progress' in answer) {
      asked?.onProgress?.(answer.progress);
      return;
    }
    waiting.delete(answer.id);
    if ('error' in answer) asked?.reject(new Error(answer.error));
    else asked?.resolve(answer.value);
  }

  function getPort(): WorkerPort {
    if (port) return port;
    const own = start();
    own.addEventListener('message', ({ data }) => hear(data));
    own.addEventListener('error', () => {
      if (own !== port) return;
      port = undefined;
      own.terminate();
      for (const { reject } of waiting.values()) reject(new Error('The worker has stopped.'));
      waiting.clear();
    });
    port = own;
    return own;
  }

  function send<Value>(
    name: Name,
    ask: unknown[],
    onProgress?: (progress: Progress) => void,
    signal?: AbortSignal,
  ): Promise<Value> {
    const id = ++last;
    const asked = Promise.withResolvers<unknown>();
    waiting.set(id, { ...asked, ...(onProgress && { onProgress }) });
    const own = getPort();
    own.postMessage({ id, name, ask } satisfies Question);
    const stop = () => own.postMessage({ stop: id } satisfies Question);
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop, { once: true });
    return asked.promise as Promise<Value>;
  }

  return {
    open: (onProgress) => send('open', [], onProgress),
    take: (files, today, onProgress, signal) => send('take', [files, today], onProgress, signal),
    forget: (ids) => send('forget', [ids]),
    forgetAll: () => send('forgetAll', []),
    describe: () => send('describe', []),
    sumTotals: (question) => send('sumTotals', [question]),
    sumRules: (question) => send('sumRules', [question]),
    sumReplaced: (filter) => send('sumReplaced', [filter]),
  };
}

import type { CompiledPack } from '../engine/pack.ts';
import { type Bench, createBench } from './bench.ts';

/** The bench as the page sees it: it answers when it is done. */
export type BenchLink = {
  [Name in keyof Bench]: (...ask: Parameters<Bench[Name]>) => Promise<ReturnType<Bench[Name]>>;
} & {
  /** Whether its worker has stopped, and how often one was started. What a worker that stopped was asked is never answered. */
  life: { get(): BenchLife; subscribe(listen: () => void): () => void };
  /** Starts a worker anew, which knows nothing of what the last one was told. */
  restart(): void;
};

export interface BenchLife {
  readonly isLost: boolean;
  readonly starts: number;
}

interface Question {
  id: number;
  name: keyof Bench;
  ask: unknown[];
}

type Answer = { id: number; value: unknown } | { id: number; error: string };

/** A port between the page and the worker, as far as is needed. */
export interface Port {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listen: (event: { data: unknown }) => void): void;
}

/** The page's end of it. */
export interface WorkerPort extends Port {
  addEventListener(type: 'message', listen: (event: { data: unknown }) => void): void;
  addEventListener(type: 'error', listen: () => void): void;
  terminate(): void;
}

/** Milliseconds after which a worker that has not answered is taken for dead: the largest pack needs a fraction of it. */
const PATIENCE = 60_000;

/** Serves a bench in a worker. The first message brings the built-in packs. */
export function serveBench(port: Port): void {
  let bench: Bench | undefined;
  port.addEventListener('message', ({ data }) => {
    if (!bench) {
      bench = createBench(data as CompiledPack[]);
      return;
    }
    const { id, name, ask } = data as Question;
    try {
      const value = (bench[name] as (...ask: unknown[]) => unknown)(...ask);
      port.postMessage({ id, value } satisfies Answer);
    } catch (error) {
      port.postMessage({ id, error: String(error) } satisfies Answer);
    }
  });
}

/** Speaks with the bench of a worker, which `start` makes. */
export function connectBench(start: () => WorkerPort, builtIn: readonly CompiledPack[]): BenchLink {
  let life: BenchLife = { isLost: false, starts: 1 };
  const listeners = new Set<() => void>();
  const waiting = new Map<number, PromiseWithResolvers<unknown> & { timer: ReturnType<typeof setTimeout> }>();
  let last = 0;
  let port = begin();

  function begin(): WorkerPort {
    const own = start();
    own.addEventListener('message', ({ data }) => hear(data as Answer));
    own.addEventListener('error', () => own === port && lose());
    own.postMessage(builtIn);
    return own;
  }

  function hear(answer: Answer): void {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    clearTimeout(asked?.timer);
    if ('error' in answer) asked?.reject(new Error(answer.error));
    else asked?.resolve(answer.value);
  }

  function lose(): void {
    port.terminate();
    for (const { timer } of waiting.values()) clearTimeout(timer);
    waiting.clear();
    live({ ...life, isLost: true });
  }

  function live(next: BenchLife): void {
    life = next;
    for (const listen of listeners) listen();
  }

  const send = (name: keyof Bench, ask: unknown[]) => {
    const asked = Promise.withResolvers<unknown>();
    if (life.isLost) return asked.promise;
    waiting.set(++last, { ...asked, timer: setTimeout(lose, PATIENCE) });
    port.postMessage({ id: last, name, ask } satisfies Question);
    return asked.promise;
  };
  const names: (keyof Bench)[] = [
    ...([
      'setInstalled',
      'compile',
      'test',
      'check',
      'makeExample',
      'startEffect',
      'nextEffect',
      'importStyles',
      'readGlossary',
    ] as const),
  ];
  const asks = names.map((name) => [name, (...ask: unknown[]) => send(name, ask)]);
  return {
    ...(Object.fromEntries(asks) as Omit<BenchLink, 'life' | 'restart'>),
    life: {
      get: () => life,
      subscribe(listen) {
        listeners.add(listen);
        return () => listeners.delete(listen);
      },
    },
    restart() {
      port = begin();
      live({ isLost: false, starts: life.starts + 1 });
    },
  };
}

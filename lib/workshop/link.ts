import type { CompiledPack } from '../engine/pack.ts';
import { type Bench, createBench } from './bench.ts';

/** The bench as the page sees it: it answers when it is done. */
export type BenchLink = {
  [Name in keyof Bench]: (...ask: Parameters<Bench[Name]>) => Promise<ReturnType<Bench[Name]>>;
};

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

/** Speaks with the bench of a worker. */
export function connectBench(port: Port, builtIn: readonly CompiledPack[]): BenchLink {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let last = 0;
  port.addEventListener('message', ({ data }) => {
    const answer = data as Answer;
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('error' in answer) asked?.reject(new Error(answer.error));
    else asked?.resolve(answer.value);
  });
  port.postMessage(builtIn);
  const send = (name: keyof Bench, ask: unknown[]) => {
    const asked = Promise.withResolvers<unknown>();
    waiting.set(++last, asked);
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
  return Object.fromEntries(names.map((name) => [name, (...ask: unknown[]) => send(name, ask)])) as BenchLink;
}

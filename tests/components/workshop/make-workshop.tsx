import { act, render } from '@testing-library/react';
import { useSyncExternalStore } from 'react';
import { vi } from 'vitest';
import type { Tools } from '../../../components/workshop/tools.ts';
import { Workshop } from '../../../components/workshop/Workshop.tsx';
import type { CompiledPack } from '../../../lib/engine/pack.ts';
import { createWorkshopStore, type WorkshopStore } from '../../../lib/stores/workshop.ts';
import { type BenchLink, connectBench, type Port, serveBench } from '../../../lib/workshop/link.ts';
import { makePack } from '../../engine/make-pack.ts';

/** A built-in pack to lie below. */
export const below: CompiledPack[] = [makePack({ sorry: { phrases: ['terribly sorry'] } })];

/** The bench as the page has it, without a worker: the messages go from one end to the other. */
export function linkBench(): BenchLink {
  const ends = [new EventTarget(), new EventTarget()] as const;
  const port = (own: EventTarget, other: EventTarget): Port => ({
    postMessage: (data) => queueMicrotask(() => other.dispatchEvent(new MessageEvent('message', { data }))),
    addEventListener: (type, listen) => own.addEventListener(type, (event) => listen(event as MessageEvent)),
  });
  serveBench(port(ends[0], ends[1]));
  return connectBench(port(ends[1], ends[0]), below);
}

const pages: AbortController[] = [];

/** Closes the pages of the last test. */
export function closeStores(): void {
  for (const page of pages.splice(0)) page.abort();
}

/** A store over an empty database and storage, once it has read both. */
export async function makeStore(): Promise<WorkshopStore> {
  const page = new AbortController();
  pages.push(page);
  const store = createWorkshopStore(page.signal);
  await vi.waitUntil(() => store.getState().status === 'ready');
  return store;
}

/** The workshop on a page whose address can change. */
export async function openWorkshop(store?: WorkshopStore): Promise<Tools> {
  location.hash = '#workshop';
  const tools: Tools = {
    store: store ?? (await makeStore()),
    bench: linkBench(),
    builtIn: [
      {
        ...{ id: 'sample', name: 'Sample', about: 'For tests.' },
        rules: [
          { id: 'sample/sorry', severity: 'warning', message: 'Say it.', why: 'It helps.', wrong: [], right: [] },
        ],
      },
    ],
    markBox: () => () => {},
  };
  const Page = () => {
    const hash = useSyncExternalStore(watchHash, () => location.hash);
    return <Workshop tools={tools} target={hash.replace(/^#workshop\/?/, '')} />;
  };
  await act(async () => void render(<Page />));
  return tools;
}

function watchHash(onChange: () => void): () => void {
  addEventListener('hashchange', onChange);
  return () => removeEventListener('hashchange', onChange);
}

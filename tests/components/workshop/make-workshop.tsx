import { act, cleanup, configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import Dexie from 'dexie';
import { useSyncExternalStore } from 'react';
import { afterEach, beforeEach, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { goTo } from '../../../components/workshop/route.ts';
import type { Tools } from '../../../components/workshop/tools.ts';
import { Workshop } from '../../../components/workshop/Workshop.tsx';
import type { CompiledPack } from '../../../lib/engine/pack.ts';
import { addDraft, createWorkshopStore, type WorkshopStore } from '../../../lib/stores/workshop.ts';
import { type BenchLink, connectBench, serveBench, type WorkerPort } from '../../../lib/workshop/link.ts';
import { makePack } from '../../engine/make-pack.ts';
import { getWords } from '../../words.ts';

/** A built-in pack to lie below. */
export const below: CompiledPack[] = [makePack({ sorry: { phrases: ['terribly sorry'] } })];

/** The bench as the page has it, without a worker: the messages go from one end to the other. `kill` stops it as it runs. */
export function linkBench(): { bench: BenchLink; kill(): void } {
  let kill = () => {};
  const start = (): WorkerPort => {
    const [page, worker] = [new EventTarget(), new EventTarget()];
    let isAlive = true;
    const send = (to: EventTarget) => (data: unknown) =>
      queueMicrotask(() => isAlive && to.dispatchEvent(new MessageEvent('message', { data })));
    const hear = (own: EventTarget) => (type: string, listen: (event: never) => void) =>
      own.addEventListener(type, listen as EventListener);
    kill = () => {
      isAlive = false;
      page.dispatchEvent(new Event('error'));
    };
    serveBench({ postMessage: send(page), addEventListener: hear(worker) });
    return { postMessage: send(worker), addEventListener: hear(page), terminate: () => {} };
  };
  return { bench: connectBench(start, below), kill: () => kill() };
}

const pages: AbortController[] = [];

// A busy machine takes its time: what is looked for may come late, and only what never comes is missing.
configure({ asyncUtilTimeout: 15_000 });

/** Before each test an empty browser, and after it no page that is still open. */
export function useWorkshop(): void {
  beforeEach(async () => {
    fakeBrowser.reset();
    await Dexie.delete('cando-workshop');
    vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation(getWords as never);
  });
  afterEach(() => {
    cleanup();
    for (const page of pages.splice(0)) page.abort();
  });
}

/** A store over an empty database and storage, once it has read both. */
export async function makeStore(): Promise<WorkshopStore> {
  const page = new AbortController();
  pages.push(page);
  const store = createWorkshopStore(page.signal);
  await vi.waitUntil(() => store.getState().status === 'ready');
  return store;
}

export const PACK = `id: acme
name: Acme # ours
version: 1.0.0
rules:
  widget:
    message: Say product.
    why: Nobody outside says widget.
    phrases: [widget]
    examples:
      wrong:
        Your <widget> is here.: null
      right: [Your product is here.]
`;

/** The workshop at a place of a pack, and what reads that pack's file. */
export async function openPack(text = PACK, place = '') {
  const store = await makeStore();
  const key = addDraft(store, text);
  const { kill } = await openWorkshop(store);
  goTo(`#workshop/${key}${place}`);
  await screen.findByRole('heading', { level: 2, name: 'Acme' });
  const read = () => store.getState().history.now[0]?.text ?? '';
  return { store, key, read, kill };
}

export const field = (name: string) => screen.findByRole<HTMLTextAreaElement>('textbox', { name });
/** All at once, as a paste: each letter would be a step for the bench. */
export async function fill(box: HTMLElement, words: string): Promise<void> {
  await userEvent.click(box);
  await userEvent.paste(words);
}

export const button = (name: string | RegExp) => screen.findByRole('button', { name });

/** The workshop on a page whose address can change. */
export async function openWorkshop(store?: WorkshopStore): Promise<Tools & { kill(): void }> {
  location.hash = '#workshop';
  const { bench, kill } = linkBench();
  const tools: Tools = {
    store: store ?? (await makeStore()),
    bench,
    builtIn: [
      {
        ...{ id: 'sample', name: 'Sample', about: 'For tests.' },
        lists: {},
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
  return { ...tools, kill };
}

function watchHash(onChange: () => void): () => void {
  addEventListener('hashchange', onChange);
  return () => removeEventListener('hashchange', onChange);
}

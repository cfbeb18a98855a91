import { createStore, type StoreApi } from 'zustand/vanilla';
import { now } from '../clock.ts';
import type { TeamPack } from '../engine/pack.ts';
import {
  changePacks,
  followPacks,
  type InstalledPack,
  installPack,
  loadPackText,
  PacksTooLarge,
} from '../storage/packs.ts';
import { type Draft, openWorkshop, type Version, type WorkshopDatabase } from '../storage/workshop-db.ts';
import { readRaw, setAt } from '../workshop/document.ts';
import { type History, pause, redo, startHistory, step, undo } from '../workshop/history.ts';
import { getNextVersion } from '../workshop/new-pack.ts';

export type { InstalledPack } from '../storage/packs.ts';
export type { Draft, Version } from '../storage/workshop-db.ts';

export interface WorkshopState {
  status: 'loading' | 'ready' | 'unreadable';
  history: History<readonly Draft[]>;
  /** In the order in which they were published. */
  versions: readonly Version[];
  installed: readonly InstalledPack[];
  /** The last step did not reach storage: it holds until the page is closed. */
  failure: 'unsaved' | 'many' | 'large' | 'failed' | undefined;
}

export type WorkshopStore = StoreApi<WorkshopState> & { database: WorkshopDatabase };

/** The workshop of a page: every step is kept in the database at once, published packs are as storage has them. */
export function createWorkshopStore(signal: AbortSignal): WorkshopStore {
  const database = openWorkshop();
  const store = createStore<WorkshopState>(() => ({
    status: 'loading',
    history: startHistory<readonly Draft[]>([]),
    versions: [],
    installed: [],
    failure: undefined,
  }));
  const packs = followPacks(({ packs: installed }) => store.setState({ installed }), signal);
  signal.addEventListener('abort', () => database.close(), { once: true });
  Promise.all([database.load(), packs])
    .then(([{ drafts, versions }]) => {
      store.setState({ status: 'ready', history: startHistory<readonly Draft[]>(drafts), versions });
      keep(store, database);
    })
    .catch(() => store.setState({ status: 'unreadable' }));
  return { ...store, database };
}

/** Writes each state down, one after the other; what came meanwhile is written at once. */
function keep(store: StoreApi<WorkshopState>, database: WorkshopDatabase): void {
  let kept = store.getState().history.now;
  let isBusy = false;
  store.subscribe(async ({ history }) => {
    if (isBusy || history.now === kept) return;
    isBusy = true;
    for (let next = history.now; next !== kept; next = store.getState().history.now) {
      try {
        await database.save(kept, next);
        if (store.getState().failure === 'unsaved') store.setState({ failure: undefined });
      } catch {
        store.setState({ failure: 'unsaved' });
      }
      kept = next;
    }
    isBusy = false;
  });
}

export function getDraft({ history }: WorkshopState, key: string): Draft | undefined {
  return history.now.find((draft) => draft.key === key);
}

/** The id that a draft's file names; '' where it names none. */
export function getId({ text }: Draft): string {
  const id = readRaw(text)?.id;
  return typeof id === 'string' ? id : '';
}

/** Changes a draft's file. Steps about the same are taken back at once. */
export function edit(store: WorkshopStore, key: string, change: (text: string) => string, about?: string): void {
  take(
    store,
    (drafts) => drafts.map((one) => (one.key === key ? withText(one, change(one.text)) : one)),
    about && `${key} ${about}`,
  );
}

function withText(draft: Draft, text: string): Draft {
  return draft.text === text ? draft : { ...draft, text };
}

function take(store: WorkshopStore, change: (drafts: readonly Draft[]) => readonly Draft[], about?: string): void {
  store.setState(({ history }) => {
    const next = change(history.now);
    const isSame = next.length === history.now.length && next.every((draft, at) => draft === history.now[at]);
    return isSame ? {} : { history: step(history, next, about) };
  });
}

/** Somebody has left a field: what is typed next is a step of its own. */
export function endStep(store: WorkshopStore): void {
  store.setState(({ history }) => ({ history: pause(history) }));
}

/** Takes a file as a draft of its own. Gives its key. */
export function addDraft(store: WorkshopStore, text: string): string {
  const key = crypto.randomUUID().slice(0, 8);
  take(store, (drafts) => [...drafts, { key, text }]);
  return key;
}

/** What each published pack was when its draft was deleted, to put it back. */
const withdrawn = new Map<string, InstalledPack>();

/** Deletes a draft, and takes its pack away from where it is published. A step back brings both again. */
export async function deletePack(store: WorkshopStore, key: string): Promise<void> {
  const draft = getDraft(store.getState(), key);
  take(store, (drafts) => drafts.filter((one) => one.key !== key));
  if (draft) await withdraw(store, draft);
}

/** Takes a pack away from where it is published; the draft stays. */
export async function withdraw(store: WorkshopStore, draft: Draft): Promise<void> {
  const published = findPublished(store.getState(), draft);
  if (!published) return;
  withdrawn.set(draft.key, published);
  await attempt(store, () => changePacks((packs) => packs.filter(({ pack }) => pack.id !== published.pack.id)));
}

/** The pack as it is published, or undefined. */
export function findPublished({ installed }: WorkshopState, draft: Draft): InstalledPack | undefined {
  const id = getId(draft);
  return installed.find((one) => one.pack.id === id && isMadeHere(one));
}

/** The pack from elsewhere whose place a pack of this id would take, or which would speak in its place. */
export function findInWay({ installed }: WorkshopState, id: string): InstalledPack | undefined {
  return installed.find((one) => one.pack.id === id && !isMadeHere(one));
}

/** Packs that speak here and of which there is no draft, the lowest first. */
export function listOthers({ installed, history }: WorkshopState): InstalledPack[] {
  const ids = new Set(history.now.map(getId));
  return installed.filter((one) => !isMadeHere(one) || !ids.has(one.pack.id));
}

/** Whether publishing is what puts it here. */
export function isMadeHere({ source }: InstalledPack): boolean {
  return source.kind === 'own' || source.kind === 'file';
}

/** Takes a pack that was made here as a draft again. Gives its key; undefined where its file is lost. */
export async function workOn(store: WorkshopStore, { sha256 }: InstalledPack): Promise<string | undefined> {
  const text = await loadPackText(sha256).catch(() => undefined);
  return text === undefined ? undefined : addDraft(store, text);
}

/** One step back, or forth. Packs that come or go with it are published, or not, as they were. */
export function goBack(store: WorkshopStore): Promise<void> {
  return go(store, undo);
}

export function goForth(store: WorkshopStore): Promise<void> {
  return go(store, redo);
}

async function go(store: WorkshopStore, move: typeof undo<readonly Draft[]>): Promise<void> {
  const { history } = store.getState();
  const next = move(history);
  if (!next) return;
  store.setState({ history: next });
  const [before, after] = [history.now, next.now].map((drafts) => new Set(drafts.map(({ key }) => key)));
  for (const draft of history.now) if (!after?.has(draft.key)) await withdraw(store, draft);
  for (const { key, text } of next.now) {
    const pack = before?.has(key) ? undefined : withdrawn.get(key);
    if (!pack) continue;
    withdrawn.delete(key);
    const published = store.getState().versions.findLast((version) => version.draft === key);
    await attempt(store, () => installPack(pack.pack, published?.text ?? text, pack.source, pack.isOn));
  }
}

/** The file as it would be published: its version is higher than those before. */
export function toPublish({ versions }: WorkshopState, { key, text }: Draft): string {
  const own = readRaw(text)?.version;
  const published = versions.filter(({ draft }) => draft === key);
  if (typeof own !== 'string' || published.at(-1)?.text === text) return text;
  const next = getNextVersion(
    own,
    published.map(({ version }) => version),
  );
  return next === own ? text : setAt(text, ['version'], next);
}

/**
 * Publishes a pack that was compiled from this text: every open page has it within a second. False where storage refused, or where
 * a pack from elsewhere has its id.
 */
export async function publish(store: WorkshopStore, key: string, pack: TeamPack, text: string): Promise<boolean> {
  if (findInWay(store.getState(), pack.id)) return false;
  return attempt(store, async () => {
    await installPack(pack, text, { kind: 'own' });
    const version = await store.database.addVersion({ draft: key, version: pack.version, text, at: now() });
    edit(store, key, () => text);
    store.setState(({ versions }) => ({ versions: [...versions, version] }));
  });
}

async function attempt(store: WorkshopStore, act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
    store.setState({ failure: undefined });
    return true;
  } catch (error) {
    store.setState({ failure: error instanceof PacksTooLarge ? error.why : 'failed' });
    return false;
  }
}

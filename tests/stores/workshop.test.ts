import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { addDraft, createWorkshopStore, deletePack, edit, goBack, toPublish } from '../../lib/stores/workshop.ts';
import { beginPack, deleteRule, renameRule } from '../../lib/stores/workshop-edits.ts';
import { makeInstalled, makeTeamPack } from '../storage/installed.ts';

beforeEach(async () => {
  fakeBrowser.reset();
  await Dexie.delete('cando-workshop');
});

const pages: AbortController[] = [];
afterEach(() => {
  for (const page of pages.splice(0)) page.abort();
});

async function open() {
  const page = new AbortController();
  pages.push(page);
  const store = createWorkshopStore(page.signal);
  await vi.waitUntil(() => store.getState().status === 'ready');
  return { store, close: () => page.abort() };
}

it('has a pack that is installed while the workshop opens', async () => {
  const page = new AbortController();
  pages.push(page);
  const store = createWorkshopStore(page.signal);
  await fakeBrowser.storage.local.set({ packs: [makeInstalled(makeTeamPack('acme', { gizmo: 'gizmo' }))] });
  await vi.waitUntil(() => store.getState().status === 'ready');
  expect(store.getState().installed.map(({ pack }) => pack.id)).toEqual(['acme']);
});

const listTexts = ({ getState }: Awaited<ReturnType<typeof open>>['store']) =>
  getState().history.now.map(({ text }) => text);

describe('Drafts', () => {
  it('are there again when the page was closed, without a button to save them', async () => {
    const { store } = await open();
    const key = addDraft(store, 'id: one');
    for (const letter of 'abc') edit(store, key, (text) => text + letter);
    addDraft(store, 'id: two');
    await vi.waitFor(async () => {
      const next = await open();
      expect(listTexts(next.store)).toEqual(['id: oneabc', 'id: two']);
      next.close();
    });
  });

  it('that another page has begun are left alone', async () => {
    const [one, other] = [await open(), await open()];
    addDraft(one.store, 'id: one');
    const key = addDraft(other.store, 'id: other');
    edit(other.store, key, (text) => `${text}s`);
    await vi.waitFor(async () => {
      const next = await open();
      expect(listTexts(next.store).sort()).toEqual(['id: one', 'id: others']);
      next.close();
    });
  });

  it('are deleted, and back after a step back', async () => {
    const { store } = await open();
    const key = addDraft(store, 'id: one');
    await deletePack(store, key);
    expect(listTexts(store)).toEqual([]);
    await goBack(store);
    expect(listTexts(store)).toEqual(['id: one']);
  });
});

describe('A new pack', () => {
  it('has an id of its own and a first rule', async () => {
    const { store } = await open();
    beginPack(store, 'Our words', ['our-words']);
    beginPack(store, 'Unsere Wörter!', []);
    expect(listTexts(store)[0]).toContain('id: our-words-2\nname: Our words\nversion: 1.0.0\nrules:\n  new-rule:');
    expect(listTexts(store)[1]).toContain('id: unsere-worter\n');
  });
});

describe('What was published', () => {
  it('keeps its rules’ old names known, and forgets those of a rule that is deleted', async () => {
    const { store } = await open();
    const text = 'id: a\nrules:\n  one:\n    why: x\n';
    const key = addDraft(store, text);
    store.setState({ versions: [{ number: 1, draft: key, version: '1.0.0', text, at: 0 }] });
    renameRule(store, key, 'one', 'two');
    expect(listTexts(store)[0]).toBe('id: a\nrules:\n  two:\n    why: x\nrenamed:\n  one: two\n');
    deleteRule(store, key, 'two');
    expect(listTexts(store)[0]).toBe('id: a\n');
  });

  it('is followed by a higher version, unless nothing has changed or the lead has set one', async () => {
    const { store } = await open();
    const before = { number: 1, draft: 'k', version: '1.2.9', text: 'version: 1.2.9\nname: a\n', at: 0 };
    store.setState({ versions: [before] });
    const next = (text: string) => toPublish(store.getState(), { key: 'k', text });
    expect(next('version: 1.2.9\nname: b\n')).toBe('version: 1.2.10\nname: b\n');
    expect(next(before.text)).toBe(before.text);
    expect(next('version: 2.0.0\n')).toBe('version: 2.0.0\n');
  });
});

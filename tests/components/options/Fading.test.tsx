import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Fading } from '../../../components/options/Fading.tsx';
import type { ReferencePack } from '../../../lib/packs/reference.ts';
import { getWords } from '../../words.ts';
import { makeSettings } from './make-stores.ts';

const rules = ['a/one', 'a/two'].map((id) => ({
  id,
  severity: 'warning',
  message: `Say ${id}.`,
  why: '',
  wrong: [],
  right: [],
}));
const packs = [{ id: 'a', name: 'First', about: '', rules }] as unknown as ReferencePack[];

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation(getWords as never);
});
afterEach(cleanup);

it('The options list rules with small marks and those that never have them, move them by key, and turn the whole thing off', async () => {
  await fakeBrowser.storage.local.set({
    mastered: { 'a/one': { since: '2026-11-02' }, 'b/gone': { since: '2026-11-02' } },
  });
  const store = await makeSettings({ inFull: ['a/two'] });
  await vi.waitUntil(() => Object.keys(store.getState().mastered).length > 0);
  render(<Fading store={store} packs={packs} />);
  const list = (name: string) =>
    within(screen.queryByRole('list', { name }) ?? document.createElement('ul'))
      .queryAllByRole('listitem')
      .map((item) => item.firstElementChild?.textContent);
  expect(list('Small at the moment')).toEqual(['Say a/one.', expect.stringContaining('b/gone')]);
  expect(list('Always marked in full')).toEqual(['Say a/two.']);

  await userEvent.tab();
  expect(document.activeElement?.getAttribute('role')).toBe('switch');
  screen.getByRole('button', { name: 'Show it in full again Say a/one.' }).focus();
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(list('Always marked in full')).toEqual(['Say a/two.', 'Say a/one.']));
  await userEvent.click(screen.getByRole('button', { name: 'Let its mark be small Say a/two.' }));
  await vi.waitFor(() => expect(list('Always marked in full')).toEqual(['Say a/one.']));

  await userEvent.click(screen.getByRole('switch'));
  await vi.waitFor(() => expect(list('Small at the moment')).toEqual([]));
  expect(store.getState().settings.appearance.fade).toBe(false);
});

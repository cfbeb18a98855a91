import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { findRules } from '../../../components/options/find-rules.ts';
import { Rules } from '../../../components/options/Rules.tsx';
import type { ReferencePack } from '../../../lib/packs/reference.ts';
import type { Settings } from '../../../lib/storage/settings.ts';
import { getWords } from '../../words.ts';
import { makeSettings } from './make-stores.ts';

const rule = (id: string, message: string): ReferencePack['rules'][number] => ({
  id,
  severity: 'warning',
  message,
  why: 'The customer misses the date.',
  wrong: [{ text: "<We can't> ship.", corrected: 'We ship [by when].' }],
  right: ['We ship today.'],
});
const packs: ReferencePack[] = [
  {
    id: 'a',
    name: 'First',
    about: 'About it.',
    lists: {},
    rules: [rule('a/one', 'Say when.'), rule('a/two', 'Say who.')],
  },
  { id: 'b', name: 'Second', about: 'About that.', lists: {}, rules: [rule('b/one', 'Say what.')] },
];

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation(getWords as never);
});
afterEach(cleanup);

async function show(settings: Partial<Settings> = {}, target = '') {
  const store = await makeSettings(settings);
  render(<Rules store={store} packs={packs} target={target} />);
  return store;
}

describe('The rules', () => {
  it('are folded in their packs, and say at a glance what is off', async () => {
    await show({ off: ['a/one', 'b'] });
    expect(screen.getByRole('status').textContent).toContain('2 are switched off.');
    expect(screen.getByText('1 off')).toBeTruthy();
    expect(screen.getByText('Switched off')).toBeTruthy();
    expect(screen.queryByRole('switch', { name: /Say when/ })).toBeNull();
  });

  it('open with their pack, tell why, and show what is marked and what becomes of it', async () => {
    await show();
    await userEvent.click(screen.getByRole('button', { name: 'First' }));
    await userEvent.click(screen.getByRole('button', { name: /Why and examples.*Say when/ }));
    expect(screen.getByText("We can't").tagName).toBe('MARK');
    expect(screen.getByText(/We ship \[by when\]/)).toBeTruthy();
    expect(screen.getByText('We ship today.')).toBeTruthy();
    expect(screen.getByText('The customer misses the date.').lang).toBe('en');
  });

  it('that stepped down say so where they stand, and go back with a click or a choice by hand', async () => {
    const steppedDown = { 'a/one': { to: 'info', isTold: true }, 'b/one': { to: 'silent', isTold: true } } as const;
    const store = await show({ steppedDown });
    await userEvent.click(screen.getByRole('checkbox', { name: 'Only what I have changed' }));
    expect(await screen.findByText(/Its marks are hints now/)).toBeTruthy();
    expect(screen.getByText(/It marks nothing now/)).toBeTruthy();
    expect(screen.queryByRole('switch', { name: /Say who/ })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Take it back Say when. (one)' }));
    await vi.waitFor(() => expect(Object.keys(store.getState().settings.steppedDown)).toEqual(['b/one']));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: /Say what/ }), 'Error');
    await vi.waitFor(() => expect(store.getState().settings.steppedDown).toEqual({}));
    expect(store.getState().settings.severities).toEqual({ 'b/one': 'error' });
  });

  it('are switched off one by one, and stay as they were when their pack comes back', async () => {
    const store = await show();
    await userEvent.click(screen.getByRole('button', { name: 'First' }));
    await userEvent.click(screen.getByRole('switch', { name: /Say when/ }));
    await vi.waitFor(() => expect(store.getState().settings.off).toEqual(['a/one']));
    await userEvent.click(screen.getByRole('switch', { name: 'Whole pack: First' }));
    await vi.waitFor(() => expect(store.getState().settings.off).toEqual(['a/one', 'a']));
    await vi.waitFor(() =>
      expect((screen.getByRole('switch', { name: /Say who/ }) as HTMLInputElement).disabled).toBe(true),
    );
    await userEvent.click(screen.getByRole('switch', { name: 'Whole pack: First' }));
    await vi.waitFor(() => expect(store.getState().settings.off).toEqual(['a/one']));
  });

  it('have a severity that can be set and reset', async () => {
    const store = await show({}, 'a/one');
    const field = screen.getByRole('combobox', { name: /Say when/ });
    expect(within(field).getByRole('option', { name: 'Warning (default)' })).toBeTruthy();
    await userEvent.selectOptions(field, 'Error');
    await vi.waitFor(() => expect(store.getState().settings.severities).toEqual({ 'a/one': 'error' }));
    await userEvent.click(await screen.findByRole('button', { name: /^Reset/ }));
    await vi.waitFor(() => expect(store.getState().settings.severities).toEqual({}));
  });

  it('are found by their words, and by having been changed', async () => {
    await show({ off: ['a/two'] });
    await userEvent.type(screen.getByRole('searchbox'), 'say WHO');
    expect(await screen.findByText(/^1 rule\./)).toBeTruthy();
    expect(screen.getByRole('switch', { name: /Say who/ })).toBeTruthy();
    await userEvent.clear(screen.getByRole('searchbox'));
    await userEvent.click(screen.getByRole('checkbox'));
    expect(screen.getAllByRole('switch', { name: /Say/ })).toHaveLength(1);
  });

  it('are found among 150 in less than a frame', () => {
    const many = Array.from({ length: 10 }, (_, pack) => ({
      ...(packs[0] as ReferencePack),
      id: `p${pack}`,
      rules: Array.from({ length: 15 }, (__, at) => rule(`p${pack}/r${at}`, `Say thing ${at}.`)),
    }));
    const times = Array.from({ length: 10 }, () => {
      const start = performance.now();
      expect(findRules(many, 'thing 7 ship', () => true)).toHaveLength(10);
      return performance.now() - start;
    });
    // The fastest: a busy machine may stop at any moment to do something else.
    expect(Math.min(...times)).toBeLessThan(16);
  });
});

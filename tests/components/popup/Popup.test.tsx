import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createStore } from 'zustand/vanilla';
import { Popup } from '../../../components/popup/Popup.tsx';
import type { FlagReport, FrameReport } from '../../../lib/draft-link.ts';
import { layPolicy, noPolicy } from '../../../lib/storage/policy.ts';
import { defaults } from '../../../lib/storage/settings.ts';
import type { AccessState } from '../../../lib/stores/access.ts';
import type { DraftState } from '../../../lib/stores/draft.ts';
import type { SettingsState } from '../../../lib/stores/settings.ts';
import { getWords } from '../../words.ts';

beforeEach(() => {
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation(getWords as never);
});
afterEach(cleanup);

const rewrite = (text: string) => ({ text, before: "We can't ship", span: { start: 0, end: 13 }, blanks: [] });
const flag = (key: string, more: Partial<FlagReport> = {}): FlagReport => ({
  key,
  ruleId: 'cant-focus/cannot-until',
  severity: 'warning',
  category: "Can't before can",
  also: [],
  phrase: `phrase ${key}`,
  message: 'Say from when it is possible.',
  why: 'A customer misses the date.',
  rewrites: [rewrite(`First of ${key}`), rewrite(`Second of ${key}`)],
  isBlank: false,
  ...more,
});
const report = (more: Partial<FrameReport> = {}): FrameReport => ({
  frame: 'a',
  isTop: true,
  focusedAt: 1,
  host: 'desk.example',
  site: 'Desk',
  state: 'writing',
  flags: [],
  unshown: 0,
  stepped: [],
  ...more,
});

interface Shown {
  draft?: Partial<DraftState>;
  access?: Partial<AccessState>;
  settings?: Partial<SettingsState>;
}

function show({ draft: state, access: right, settings: set }: Shown) {
  const draft = {
    ...createStore<DraftState>(() => ({
      tab: { id: 1, url: 'https://desk.example/' },
      status: 'found',
      report: report(),
      isBusy: false,
      last: undefined,
      ...state,
    })),
    ...{ apply: vi.fn(), ignore: vi.fn(), show: vi.fn(), refresh: vi.fn() },
  };
  const access = {
    ...createStore<AccessState>(() => ({ access: 'own', host: 'desk.example', isRefused: false, ...right })),
    ...{ allow: vi.fn(), giveBack: vi.fn() },
  };
  const settings = createStore<SettingsState>(() => ({
    settings: inForce,
    own: defaults,
    mastered: {},
    policyFaults: [],
    broken: [],
    status: 'ready',
    failure: undefined,
    retry: undefined,
    ...set,
  }));
  const clock = createStore(() => ({ now: Date.UTC(2026, 10, 20, 9) }));
  render(<Popup stores={{ draft, access, settings, clock }} hasStats={false} />);
  const change = (flags: FlagReport[], more: Partial<DraftState> = {}) =>
    act(() => draft.setState({ report: report({ flags }), ...more }));
  return { draft, access, settings, clock, change };
}

const inForce = layPolicy(defaults, noPolicy);

describe('The popup over a reply', () => {
  it('shows each phrase with its advice, its first rewrite, and the others and why on demand', async () => {
    const { draft } = show({ draft: { report: report({ flags: [flag('1')] }) } });
    expect(screen.getByRole('heading', { name: '1 phrase to look at' })).toBeTruthy();
    const row = within(screen.getByRole('listitem'));
    expect(row.getByRole('heading', { name: '“phrase 1”' }).lang).toBe('en');
    expect(row.getByText('Say from when it is possible.').lang).toBe('en');
    await userEvent.click(row.getByRole('button', { name: 'Replace with: First of 1' }));
    expect(draft.apply).toHaveBeenCalledWith(expect.objectContaining({ key: '1' }), 0, 'First of 1');
    await userEvent.click(row.getByText('1 other way to say it'));
    await userEvent.click(row.getByRole('button', { name: 'Replace with: Second of 1' }));
    expect(draft.apply).toHaveBeenLastCalledWith(expect.objectContaining({ key: '1' }), 1, 'Second of 1');
    expect(row.getByText('Why')).toBeTruthy();
  });

  it('shows what was done until a snooze begins or ends, and then no longer', () => {
    const done = { count: 1, key: '1', phrase: 'phrase 1', text: 'First of 1', end: 'ignored' } as const;
    const { settings } = show({ draft: { report: report({ flags: [flag('2')] }), last: done } });
    expect(screen.getByText('Ignored: phrase 1').closest('footer')).toBeTruthy();
    const until = (snoozedUntil: number) => act(() => settings.setState({ settings: { ...inForce, snoozedUntil } }));
    until(Date.UTC(2026, 10, 20, 10));
    expect(screen.queryByText('Ignored: phrase 1')).toBeNull();
    until(0);
    expect(screen.getByRole('heading', { name: '“phrase 2”' })).toBeTruthy();
    expect(screen.queryByText('Ignored: phrase 1')).toBeNull();
  });

  it('names what else speaks of the same words', () => {
    show({ draft: { report: report({ flags: [flag('1', { also: ['Policy before people'] })] }) } });
    expect(within(screen.getByRole('listitem')).getByText('Policy before people').parentElement?.textContent).toBe(
      'Also: Policy before people',
    );
  });

  it('says quietly how many hints it leaves out, and nothing when there are none', () => {
    const { draft } = show({ draft: { report: report({ flags: [flag('1')], unshown: 2 }) } });
    expect(screen.getByText('2 more hints are not shown: three a reply are enough.')).toBeTruthy();
    act(() => draft.setState({ report: report({ flags: [flag('1')] }) }));
    expect(screen.queryByText(/not shown/)).toBeNull();
  });

  it('says which rule has stepped down, one at a time, and takes it back or lets it be', async () => {
    const steppedDown = { 'a/one': { to: 'info', isTold: false }, 'a/two': { to: 'silent', isTold: false } } as const;
    await fakeBrowser.storage.local.set({ settings: { ...defaults, steppedDown } });
    const stepped = [
      { ruleId: 'a/one', message: 'Say when.', to: 'info' } as const,
      { ruleId: 'a/two', message: 'Say who.', to: 'silent' } as const,
    ];
    const { draft } = show({ draft: { report: report({ flags: [flag('1')], stepped }) } });
    const readNotice = () => screen.getByText('Stepped down after three ignores.').parentElement?.textContent;
    expect(readNotice()).toContain('“Say when.” is a hint from now on.');
    const readStored = async () => (await fakeBrowser.storage.local.get('settings')).settings;
    await userEvent.click(screen.getByRole('button', { name: 'Take it back' }));
    expect(document.activeElement).toBe(screen.getByRole('main'));
    await vi.waitFor(async () => expect(await readStored()).toMatchObject({ steppedDown: { 'a/two': {} } }));
    expect((await readStored()) as object).not.toHaveProperty(['steppedDown', 'a/one']);
    act(() => draft.setState({ report: report({ flags: [flag('1')], stepped: stepped.slice(1) }) }));
    expect(readNotice()).toContain('“Say who.” is no longer marked.');
    await userEvent.click(screen.getByRole('button', { name: 'Fine' }));
    await vi.waitFor(async () =>
      expect(await readStored()).toMatchObject({ steppedDown: { 'a/two': { to: 'silent', isTold: true } } }),
    );
  });

  it('moves the focus to the next phrase when the one in hand goes, and to the heading after the last', async () => {
    const { change } = show({ draft: { report: report({ flags: [flag('1'), flag('2')] }) } });
    screen.getByRole('button', { name: 'Replace with: First of 1' }).focus();
    change([flag('2')]);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Replace with: First of 2' }));
    change([]);
    expect(document.activeElement?.textContent).toBe('Nothing to look at');
  });

  it('takes the focus from nobody', () => {
    const { change } = show({ draft: { report: report({ flags: [flag('1'), flag('2')] }) } });
    const wake = screen.getByRole('button', { name: 'For an hour' });
    wake.focus();
    change([flag('2')]);
    expect(document.activeElement).toBe(wake);
  });

  it('says what was done, and where something went wrong', async () => {
    const { change } = show({ draft: { report: report({ flags: [flag('1'), flag('2')] }) } });
    const done = { count: 1, key: '1', phrase: 'phrase 1', text: 'First of 1' };
    change([flag('2')], { last: { ...done, end: 'applied' } });
    expect(screen.getByRole('status').textContent).toBe('Applied: First of 1');
    change([flag('1'), flag('2')], { last: { ...done, count: 2, end: 'failed' } });
    const [first, second] = screen.getAllByRole('listitem');
    expect(within(first as HTMLElement).getByRole('alert').textContent).toMatch(/did not take the rewrite/);
    expect(within(second as HTMLElement).queryByRole('alert')).toBeNull();
    const copy = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await userEvent.click(within(first as HTMLElement).getAllByRole('button', { name: 'Copy' })[0] as HTMLElement);
    expect(copy).toHaveBeenCalledWith('First of 1');
    change([flag('2')], { last: { ...done, count: 3, end: 'moved' } });
    expect(screen.getByRole('alert').textContent).toMatch(/changed meanwhile/);
  });

  it('has a blank filled in, and closes for it', async () => {
    const blank = flag('1', { isBlank: true, phrase: '[by when]', category: 'Blank', rewrites: [] });
    const close = vi.spyOn(window, 'close').mockImplementation(() => undefined);
    const { draft } = show({ draft: { report: report({ flags: [blank] }) } });
    expect(screen.getByRole('heading', { name: '1 blank to fill in' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Ignore here' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Fill in' }));
    expect(draft.show).toHaveBeenCalledWith(blank);
    expect(close).toHaveBeenCalledOnce();
  });

  it('says in a word how things stand elsewhere', () => {
    const says = (more: Partial<FrameReport>, words: RegExp) => {
      show({ draft: { report: report(more) } });
      expect(screen.getByText(words)).toBeTruthy();
      cleanup();
    };
    says({}, /Nothing to look at/);
    says({ state: 'waiting' }, /Click into a reply box/);
    says({ state: 'elsewhere' }, /Quiet here on purpose/);
    show({ draft: { report: report({ state: 'unsupported' }) } });
    expect(screen.getByRole('link', { name: 'Check a text' }).getAttribute('href')).toBe('/welcome.html#try');
  });
});

describe('The popup off a desk', () => {
  const none = { status: 'none', report: undefined } as const;

  it('asks for this site alone', async () => {
    const { access } = show({ draft: none, access: { access: 'askable' } });
    await userEvent.click(screen.getByRole('button', { name: 'Use CanDo on desk.example' }));
    expect(access.allow).toHaveBeenCalledOnce();
  });

  it('says so where no extension may work, and where the page is not safe', () => {
    show({ draft: none, access: { access: 'closed', host: '' } });
    expect(screen.getByText(/browsers let no extension work/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Use CanDo/ })).toBeNull();
    cleanup();
    show({ draft: none, access: { access: 'insecure' } });
    expect(screen.getByText(/https/)).toBeTruthy();
  });

  it('has a page refreshed that was open before CanDo came', async () => {
    const { draft } = show({ draft: none });
    await userEvent.click(screen.getByRole('button', { name: 'Refresh page' }));
    expect(draft.refresh).toHaveBeenCalledOnce();
  });

  it('gives a site back that the user has added, and counts it as off at once', async () => {
    const { access } = show({ draft: { report: report({ flags: [flag('1')] }) }, access: { access: 'added' } });
    await userEvent.click(screen.getByRole('button', { name: 'Stop using CanDo on desk.example' }));
    expect(access.giveBack).toHaveBeenCalledOnce();
    act(() => access.setState({ access: 'askable' }));
    expect(screen.queryByRole('listitem', { name: /phrase/ })).toBeNull();
    expect(screen.getByRole('button', { name: 'Use CanDo on desk.example' })).toBeTruthy();
  });
});

describe('The popup and the settings', () => {
  it('says until when it is snoozed, and wakes by the clock', () => {
    const settings = { ...inForce, snoozedUntil: Date.UTC(2026, 10, 20, 10) };
    const { clock } = show({ settings: { settings } });
    expect(screen.getByRole('heading', { name: /Snoozed until/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'For an hour' })).toBeNull();
    act(() => clock.setState({ now: settings.snoozedUntil }));
    expect(screen.getByRole('button', { name: 'For an hour' })).toBeTruthy();
  });

  it('says in one sentence what is wrong with them', () => {
    show({ settings: { status: 'unreadable' } });
    expect(screen.getByRole('alert').textContent).toMatch(/cannot be read/);
    cleanup();
    show({ settings: { broken: ['keys'] } });
    expect(screen.getByText(/Some settings could not be read/)).toBeTruthy();
    cleanup();
    show({ settings: { failure: 'full' } });
    expect(screen.getByRole('alert').textContent).toMatch(/storage is full/);
  });
});

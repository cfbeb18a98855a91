import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { English } from '../../../components/options/English.tsx';
import { Ignored } from '../../../components/options/Ignored.tsx';
import { KeysSection } from '../../../components/options/KeysSection.tsx';
import { Sites } from '../../../components/options/Sites.tsx';
import { TeamPolicy } from '../../../components/options/TeamPolicy.tsx';
import { defaultKeys } from '../../../lib/keys/index.ts';
import { createPacksStore } from '../../../lib/stores/packs.ts';
import { getWords } from '../../words.ts';
import { makeSettings, makeSites } from './make-stores.ts';

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation(getWords as never);
});
afterEach(cleanup);

describe('Ignored phrases', () => {
  const ignored = ['one', 'two', 'three'].map((phrase) => ({ ruleId: 'a/one', phrase }));

  it('are removed one by one, and come back where they were', async () => {
    const store = await makeSettings({ ignored });
    render(<Ignored store={store} packs={[]} />);
    await userEvent.click(screen.getByRole('button', { name: 'Remove two' }));
    const undo = await screen.findByRole('button', { name: 'Undo' });
    expect(document.activeElement).toBe(undo);
    expect(store.getState().settings.ignored).toHaveLength(2);
    await userEvent.click(undo);
    await vi.waitFor(() => expect(store.getState().settings.ignored).toEqual(ignored));
  });

  it('are cleared at once, and come back beside what was ignored meanwhile', async () => {
    const store = await makeSettings({ ignored });
    render(<Ignored store={store} packs={[]} />);
    await userEvent.click(screen.getByRole('button', { name: 'Remove all' }));
    await vi.waitFor(() => expect(store.getState().settings.ignored).toEqual([]));
    const meanwhile = { ruleId: 'a/two', phrase: 'four' };
    await fakeBrowser.storage.local.set({ settings: { ...store.getState().settings, ignored: [meanwhile] } });
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await vi.waitFor(() => expect(store.getState().settings.ignored).toEqual([...ignored, meanwhile]));
  });
});

describe('Keys', () => {
  const press = (name: RegExp, key: object) => fireEvent.keyDown(screen.getByRole('button', { name }), key);

  it('are set by pressing them, and say who else has them', async () => {
    const store = await makeSettings();
    render(<KeysSection store={store} />);
    await userEvent.click(screen.getByRole('button', { name: /^Apply the first rewrite/ }));
    press(/^Apply the first rewrite/, { key: 'Shift', shiftKey: true });
    press(/^Apply the first rewrite/, { key: 'F8', shiftKey: true });
    await vi.waitFor(() => expect(store.getState().settings.keys.apply).toBe('Shift+F8'));
    expect(await screen.findByText(/“Previous mark” has this key too .* so this one does not work/)).toBeTruthy();
    expect(screen.getByText(/“Apply the first rewrite” has this key too and does not work/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: /^Back to F9/ }));
    await vi.waitFor(() => expect(store.getState().settings.keys).toEqual(defaultKeys));
    expect(screen.getByText(/storage inspector/).textContent).toContain('Firefox');
  });

  it('that type or edit are not taken, and why is said', async () => {
    const store = await makeSettings();
    render(<KeysSection store={store} />);
    await userEvent.click(screen.getByRole('button', { name: /^Next mark/ }));
    press(/^Next mark/, { key: 'a' });
    expect(screen.getByText(/types a character/)).toBeTruthy();
    press(/^Next mark/, { key: 'Enter' });
    expect(screen.getByText(/moves or edits/)).toBeTruthy();
    press(/^Next mark/, { key: 'Escape' });
    expect(store.getState().settings.keys).toEqual(defaultKeys);
  });

  it('can be none, and all go back to their defaults', async () => {
    const store = await makeSettings();
    render(<KeysSection store={store} />);
    await userEvent.click(screen.getByRole('button', { name: 'No key Next mark' }));
    await vi.waitFor(() => expect(store.getState().settings.keys.next).toBe(''));
    await userEvent.click(await screen.findByRole('button', { name: 'All back to their defaults' }));
    await vi.waitFor(() => expect(store.getState().settings.keys).toEqual(defaultKeys));
  });
});

describe('Your English', () => {
  it('is what the browser suggests, and says so, until another is chosen', async () => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en-GB', 'en']);
    const store = await makeSettings();
    render(<English store={store} />);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /^As your browser suggests/ }).checked).toBe(true);
    expect(screen.getByText('That is now: British.')).toBeTruthy();
    await userEvent.click(screen.getByRole('radio', { name: /^Indian/ }));
    await vi.waitFor(() => expect(store.getState().settings.variety).toBe('indian'));
  });

  it('can be none, and what holds then is said', async () => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['de-DE', 'de']);
    render(<English store={await makeSettings()} />);
    expect(screen.getByText(/^It suggests none now/)).toBeTruthy();
  });
});

describe('Sites', () => {
  it('of the installation are switched off with all that is beneath them, and on again', async () => {
    const store = await makeSettings({ sitesOff: ['old.zendesk.com'] });
    render(<Sites store={store} sites={makeSites()} />);
    await userEvent.click(screen.getByRole('switch', { name: /^Zendesk/ }));
    await vi.waitFor(() => expect(store.getState().settings.sitesOff).toEqual(['old.zendesk.com', '*.zendesk.com']));
    await userEvent.click(screen.getByRole('switch', { name: /^Zendesk/ }));
    await vi.waitFor(() => expect(store.getState().settings.sitesOff).toEqual(['old.zendesk.com']));
  });

  it('are added by name or address, each asked for alone, and given back', async () => {
    const sites = makeSites();
    render(<Sites store={await makeSettings()} sites={sites} />);
    await userEvent.click(screen.getByRole('button', { name: 'Freshdesk' }));
    expect(sites.add).toHaveBeenLastCalledWith(['https://*.freshdesk.com/*']);
    await userEvent.type(screen.getByRole('textbox'), 'help.acme.example{Enter}');
    expect(sites.add).toHaveBeenLastCalledWith(['https://help.acme.example/*']);
    await userEvent.click(await screen.findByRole('button', { name: 'Remove help.acme.example' }));
    expect(sites.remove).toHaveBeenCalledWith(['https://help.acme.example/*']);
    await userEvent.type(screen.getByRole('textbox'), 'nonsense{Enter}');
    expect(screen.getByText(/no address of a site/)).toBeTruthy();
  });

  it('that the user refuses, or the browser withholds, have one sentence and a way on', async () => {
    const sites = makeSites({ denied: ['https://mail.google.com/*'] }, false);
    render(<Sites store={await makeSettings()} sites={sites} />);
    await userEvent.click(screen.getByRole('button', { name: 'Allow it' }));
    expect(sites.add).toHaveBeenCalledWith(['https://mail.google.com/*']);
    await userEvent.type(screen.getByRole('textbox'), 'help.acme.example{Enter}');
    expect(await screen.findByText(/nothing has changed/)).toBeTruthy();
  });
});

describe('What is wrong in the team’s policy', () => {
  it('is told by its place as a person counts, and a pack’s fault by its line', async () => {
    const store = await makeSettings();
    store.setState({
      policyFaults: [
        { key: 'packs[0].url', found: '"http://acme.example"', right: 'url' },
        { key: 'packs[1]', found: '3:7 there is no key "mesage" here', right: 'pack' },
        { key: 'lockedRules[2]', found: '7', right: 'id' },
        { key: 'notice', found: '7', right: 'text' },
      ],
    });
    const packs = createPacksStore(new AbortController().signal);
    render(<TeamPolicy store={store} packs={packs} reference={[]} />);
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Pack 1 (packs[0].url) "http://acme.example" An address that starts with https would be right.',
      'Pack 2 (packs[1]) Line 3, column 7: there is no key "mesage" here. This part of the pack is left out.',
      'Locked rule 3 (lockedRules[2]) 7 The id of a rule or pack would be right, such as cant-focus/cannot.',
      'notice 7 A text would be right.',
    ]);
  });
});

import 'fake-indexeddb/auto';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { goTo } from '../../../components/workshop/route.ts';
import { installPack, loadPacks, type PackSource } from '../../../lib/storage/packs.ts';
import { makeTeamPack } from '../../storage/installed.ts';
import { button, openPack, openWorkshop, PACK, useWorkshop } from './make-workshop.tsx';

useWorkshop();

describe('A pack from elsewhere', () => {
  const HOUSE = 'https://house.example/acme.yaml';
  const install = (source: PackSource) =>
    installPack(makeTeamPack('acme', { gizmo: 'gizmo' }, { version: '4.5.6' }), PACK, source);

  it('is listed with where it comes from, and its rules are found', async () => {
    await install({ kind: 'url', url: HOUSE });
    await openWorkshop();
    const list = await screen.findByRole('region', { name: 'Other packs here' });
    expect(list.textContent).toContain('4.5.6');
    expect(list.textContent).toContain(`From an address: ${HOUSE}.`);
    expect(within(list).getByRole('link', { name: 'To the subscriptions' })).toBeTruthy();
    expect(within(list).queryByRole('button', { name: /^Work on it/ })).toBeNull();
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search rules' }), 'gizmo');
    expect(within(list).getByText('acme/gizmo')).toBeTruthy();
    expect(screen.getByText('1 rule.')).toBeTruthy();
  });

  it.each([
    [{ kind: 'url', url: HOUSE } as const, /followed at an address has the id “acme” too/],
    [{ kind: 'policy', entry: 0 } as const, /your team has set has the id “acme” too/],
  ])('is never put out by one that is published: %o', async (source, words) => {
    await install(source);
    await openPack();
    expect(screen.getByText('Not published.')).toBeTruthy();
    await userEvent.click(await button('Publish'));
    expect((await screen.findByRole('alert')).textContent).toMatch(words);
    expect((await loadPacks()).packs.map(({ pack }) => pack.version)).toEqual(['4.5.6']);
  });

  it('that was written here is a draft again at the press of a button', async () => {
    await install({ kind: 'file', name: 'acme.yaml' });
    const { store } = await openWorkshop();
    await userEvent.click(await button('Work on it Words of acme'));
    await screen.findByText(/^Published: 4.5.6./);
    expect(store.getState().history.now.map(({ text }) => text)).toEqual([PACK]);
    goTo('#workshop');
    await screen.findByRole('link', { name: 'Acme' });
    expect(screen.queryByRole('region', { name: 'Other packs here' })).toBeNull();
  });
});

describe('When what tries rules out has stopped', () => {
  it('the page says so, and goes on where it was once it is started again', async () => {
    const { kill } = await openPack(PACK, '/rules/widget');
    await screen.findByText('Examples hold');
    act(kill);
    expect((await screen.findByRole('alert')).textContent).toContain('has stopped');
    await userEvent.click(await button('Publish'));
    expect(screen.queryByText(/^Published as/)).toBeNull();
    await userEvent.click(await button('Start it again'));
    expect(screen.queryByRole('alert')).toBeNull();
    await screen.findByText('Examples hold');
    await userEvent.click(await button('Publish'));
    await screen.findByText(/^Published as 1.0.0/);
  });
});

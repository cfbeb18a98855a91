import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createHost, type HostSide } from '../../lib/background/host.ts';
import type { TeamPack } from '../../lib/engine/pack.ts';
import { changePacks, installPack } from '../../lib/storage/packs.ts';
import { makeTeamPack } from './installed.ts';

const use = vi.fn<HostSide['use']>();
const side: HostSide = { use, compile: async () => [] };
const listHanded = () => use.mock.calls.map(([packs]) => packs.map(({ id }: TeamPack) => id));

beforeEach(() => {
  fakeBrowser.reset();
  use.mockClear();
});

describe('The grammar host', () => {
  it('in a background that comes back to life has the team’s packs before anybody starts it', async () => {
    await installPack(makeTeamPack('acme', { a: 'some words' }), '', { kind: 'own' });
    createHost(Promise.resolve(side));
    await vi.waitFor(() => expect(listHanded()).toEqual([['acme']]));
  });

  it('is handed the packs that speak, and again when they have changed', async () => {
    const host = createHost(Promise.resolve(side));
    await host.start();
    await Promise.all([host.start(), host.start()]);
    expect(listHanded()).toEqual([[]]);
    await installPack(makeTeamPack('acme', { a: 'some words' }), '', { kind: 'own' });
    await host.start();
    await changePacks((packs) => packs.map((one) => ({ ...one, isOn: false })));
    await host.start();
    await host.start();
    expect(listHanded()).toEqual([[], ['acme'], []]);
  });

  it('is handed none where storage cannot be read, and works with the built-in ones', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('broken'));
    await createHost(Promise.resolve(side)).start();
    expect(listHanded()).toEqual([[]]);
    vi.restoreAllMocks();
  });
});

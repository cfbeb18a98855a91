import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changeIdentity, eraseIdentity, loadIdentity } from '../../lib/storage/identity.ts';

beforeEach(() => fakeBrowser.reset());

describe('Under whom counts leave the browser', () => {
  it('is a number made once by chance, without a name', async () => {
    const [one, other] = await Promise.all([loadIdentity(), loadIdentity()]);
    expect(one).toEqual(other);
    expect(one).toEqual({ agent: expect.stringMatching(/^[0-9a-f-]{36}$/), isNamed: false });
    expect(await loadIdentity()).toEqual(one);
  });

  it('keeps the number while group and name are set, as lines without hidden signs', async () => {
    const { agent } = await loadIdentity();
    await changeIdentity({ group: ' Berlin\n\u202ENight  ', name: 'Ana' });
    expect(await loadIdentity()).toEqual({ agent, group: 'Berlin Night', name: 'Ana', isNamed: false });
    expect(await changeIdentity({ isNamed: true })).toMatchObject({ agent, isNamed: true });
    expect(await changeIdentity({ group: '' })).toEqual({ agent, name: 'Ana', isNamed: true });
  });

  it('is not named without a name', async () => {
    expect(await changeIdentity({ isNamed: true })).toMatchObject({ isNamed: false });
  });

  it('is somebody else once it was erased, or when what is stored is broken', async () => {
    const { agent } = await loadIdentity();
    await eraseIdentity();
    const next = await loadIdentity();
    expect(next.agent).not.toBe(agent);
    await fakeBrowser.storage.local.set({ statsIdentity: { agent: '__proto__', name: 7 } });
    expect((await loadIdentity()).agent).toMatch(/^[0-9a-f-]{36}$/);
  });
});

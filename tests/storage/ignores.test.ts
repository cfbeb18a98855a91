import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { countDraft, countIgnore, readIgnores } from '../../lib/storage/ignores.ts';
import { eraseSettings, loadSettings } from '../../lib/storage/index.ts';

beforeEach(() => fakeBrowser.reset());

const readStored = async () => (await fakeBrowser.storage.local.get('ignores')).ignores;
const readStep = async (ruleId: string) => (await loadSettings()).settings.steppedDown[ruleId];

async function write(drafts: number): Promise<void> {
  for (let draft = 0; draft < drafts; draft++) await countDraft();
}

describe('A rule that is ignored', () => {
  it('steps down at the third time within ten drafts, and is not told yet', async () => {
    await write(1);
    expect(await countIgnore('a/one', 'warning')).toBe(false);
    await write(8);
    expect(await countIgnore('a/one', 'warning')).toBe(false);
    expect(await readStep('a/one')).toBeUndefined();
    await write(1);
    expect(await countIgnore('a/one', 'warning')).toBe(true);
    expect(await readStep('a/one')).toEqual({ to: 'info', isTold: false });
  });

  it('stays as it is when the three times are further apart', async () => {
    await write(1);
    await countIgnore('a/one', 'warning');
    await write(5);
    await countIgnore('a/one', 'warning');
    await write(5);
    expect(await countIgnore('a/one', 'warning')).toBe(false);
    expect(await readStep('a/one')).toBeUndefined();
  });

  it('steps down again after three more: from error to warning, to hint, to silence', async () => {
    for (const [severity, to] of [
      ['error', 'warning'],
      ['warning', 'info'],
      ['info', 'silent'],
    ] as const) {
      expect(await countIgnore('a/one', severity)).toBe(false);
      expect(await countIgnore('a/one', severity)).toBe(false);
      expect(await countIgnore('a/one', severity)).toBe(true);
      expect(await readStep('a/one')).toEqual({ to, isTold: false });
    }
  });

  it('is counted by itself', async () => {
    await countIgnore('a/one', 'info');
    await countIgnore('a/two', 'info');
    expect(await countIgnore('a/one', 'info')).toBe(false);
    expect(await readStored()).toEqual({ drafts: 0, rules: { 'a/one': [0, 0], 'a/two': [0] } });
  });

  it('is counted right when two tabs tell of it at once', async () => {
    const ends = await Promise.all([1, 2, 3].flatMap(() => [countDraft(), countIgnore('a/one', 'error')]));
    expect(ends.filter((end) => end === true)).toHaveLength(1);
    expect(await readStored()).toEqual({ drafts: 3, rules: {} });
  });
});

describe('What is counted', () => {
  it('is forgotten after ten drafts', async () => {
    await countIgnore('a/one', 'info');
    await write(10);
    expect(await readStored()).toEqual({ drafts: 10, rules: {} });
  });

  it('is erased with the settings', async () => {
    await countIgnore('a/one', 'info');
    await eraseSettings();
    expect(await readStored()).toBeUndefined();
  });

  it('begins anew where storage holds nonsense', () => {
    for (const raw of [undefined, 7, [], { drafts: -1 }, { drafts: 'x', rules: {} }]) {
      expect(readIgnores(raw)).toEqual({ drafts: 0, rules: {} });
    }
    expect(readIgnores({ drafts: 12, rules: { 'a/one': [1, 5, 13, 'x'], 'a/two': 3 } })).toEqual({
      drafts: 12,
      rules: { 'a/one': [5] },
    });
  });
});

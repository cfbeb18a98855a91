import { describe, expect, it } from 'vitest';
import { type Backup, type BackupPack, readBackup, writeBackup } from '../../lib/storage/backup.ts';
import { defaults } from '../../lib/storage/settings.ts';

const backup: Backup = {
  settings: {
    ...defaults,
    off: ['a/b'],
    steppedDown: { 'a/c': { to: 'info', isTold: true } },
    variety: 'indian',
    keys: { ...defaults.keys, apply: 'F7' },
  },
  sites: ['https://help.acme.example/*', 'https://*.freshdesk.com/*'],
  broken: { off: 7 },
};
const write = (more: object) => JSON.stringify({ app: 'CanDo settings', format: 1, settings: { version: 2 }, ...more });

describe('A file of settings', () => {
  it('holds packs as their text, and takes none that is compiled, of the policy, or without its text', () => {
    const pack = {
      name: 'Acme',
      text: 'id: acme',
      isOn: false,
      source: { kind: 'url', url: 'https://acme.example/a' },
    };
    const packs = [
      pack,
      { ...pack, source: { kind: 'url', url: 'javascript:alert()' } },
      { ...pack, source: { kind: 'policy', entry: 0 } },
      { ...pack, text: undefined, pack: { rules: [] } },
      'acme',
    ];
    const file = { kind: 'file', name: 'Acme' };
    expect(readBackup(write({ packs }))).toMatchObject({
      backup: { packs: [pack, { ...pack, source: file }, { ...pack, source: file }] },
    });
    expect(readBackup(writeBackup({ ...backup, packs: [pack as BackupPack] }, '1.2.3', 0))).toMatchObject({
      backup: { packs: [pack] },
    });
  });

  it('comes back as it went out', () => {
    expect(readBackup(writeBackup(backup, '1.2.3', 0))).toEqual({ backup, broken: [] });
  });

  it('says with the counts when which rule was off, but for what makes no sense', () => {
    const silences = { 'tone/a': [{ from: '2026-11-02', to: '2026-11-09' }, { from: '2026-11-20' }] };
    expect(readBackup(writeBackup({ ...backup, silences }, '1.2.3', 0))).toMatchObject({ backup: { silences } });
    const odd = {
      'tone/a': [{ from: '2026-11-02', word: 'refund' }],
      'tone/b': [{ from: 'Monday' }],
      'tone/c': [{ from: '2026-11-02', to: 7 }],
      'tone/d': 'always',
    };
    expect(readBackup(write({ silences: odd }))).toMatchObject({
      backup: { silences: { 'tone/a': [{ from: '2026-11-02' }] } },
    });
  });

  it('names CanDo, the version of its form and the day', () => {
    expect(JSON.parse(writeBackup(backup, '1.2.3', 0))).toMatchObject({
      app: 'CanDo settings',
      format: 1,
      by: '1.2.3',
      at: '1970-01-01T00:00:00.000Z',
    });
  });

  it.each([
    ['broken JSON', '{"app": "CanDo settings"', 'notJson'],
    ['nothing', '', 'notJson'],
    ['a picture', '\u0089PNG', 'notJson'],
    ['another program’s file', '{"settings": {"version": 2}}', 'notOurs'],
    ['a list', '[]', 'notOurs'],
    ['no settings', JSON.stringify({ app: 'CanDo settings', format: 1 }), 'notOurs'],
    ['a later form', write({ format: 2 }), 'newer'],
    ['later settings', write({ settings: { version: 3 } }), 'newer'],
    ['too much', ' '.repeat(12_000_001), 'tooLarge'],
  ])('that is %s is not taken, and says why', (_, text, fault) => {
    expect(readBackup(text)).toEqual({ fault });
  });

  it('from the first version is brought up to this one', () => {
    const read = readBackup(write({ settings: { version: 1, notes: 'off' } }));
    expect(read).toMatchObject({ backup: { settings: { readers: { public: true, notes: false } } }, broken: [] });
  });

  it('that makes no sense in part falls back there and names it', () => {
    const read = readBackup(write({ settings: { version: 2, off: 5, keys: { apply: 'Enter', next: 'a' } } }));
    expect(read).toMatchObject({ broken: ['off', 'keys'], backup: { settings: { off: [], keys: defaults.keys } } });
  });

  it('cannot ask for the whole web, an unencrypted site, a whole country or nonsense', () => {
    const asked = ['https://*/*', '<all_urls>', 'http://a.example/*', 'https://*.example/*', 'https://a.example/x', 7];
    expect(readBackup(write({ sites: [...asked, 'https://a.example/*', 'https://a.example/*'] }))).toMatchObject({
      backup: { sites: ['https://a.example/*'] },
    });
    expect(readBackup(write({ sites: 'all' }))).toMatchObject({ backup: { sites: [] } });
  });

  it('cannot be made to change our own objects', () => {
    readBackup('{"app":"CanDo settings","format":1,"settings":{"version":2,"__proto__":{"off":["a/b"]}}}');
    expect(({} as Record<string, unknown>).off).toBeUndefined();
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readManaged } from '../../lib/storage/managed.ts';
import { noPolicy } from '../../lib/storage/policy.ts';

const whole = {
  notice: 'Ask Ana.',
  packs: [{ url: 'https://acme.example/pack.yaml', sha256: 'a'.repeat(64), rollout: 10 }, { yaml: 'id: acme' }],
  lockedRules: ['cant-focus', 'deflecting/not-our-fault'],
  severities: { 'cant-focus/cannot': 'error' },
  allowedSites: ['acme.zendesk.com', '*.acme.example'],
  statistics: 'machine',
  automaticUpdates: false,
  server: { url: 'https://counts.acme.example', database: 'cando_inbox', user: 'cando_agent', password: 'p w' },
  serverForTrainers: { url: 'https://counts.acme.example/ch', database: 'cando', user: 'cando_trainer', password: '' },
};

describe('A policy', () => {
  it('is read as it was written', () => {
    const { lockedRules: locked, allowedSites: sites, server: sending, serverForTrainers: reading, ...same } = whole;
    expect(readManaged(whole)).toEqual({
      policy: { ...same, locked, sites },
      servers: { sending, reading },
      faults: [],
    });
  });

  it('is none where nothing is set', () => {
    expect(readManaged({})).toEqual({ policy: noPolicy, servers: {}, faults: [] });
    expect(readManaged(undefined)).toEqual({ policy: noPolicy, servers: {}, faults: [] });
  });

  it.each([
    ['a list', [], '', 'record'],
    ['a key that CanDo does not know', { lockedRule: ['a/b'] }, 'lockedRule', 'known'],
    ['a notice that is a number', { notice: 7 }, 'notice', 'text'],
    ['locked rules that are a word', { lockedRules: 'a/b' }, 'lockedRules', 'list'],
    ['a locked rule by its message', { lockedRules: ['a/b', 'Say it.'] }, 'lockedRules[1]', 'id'],
    ['a locked rule that is nothing', { lockedRules: [null] }, 'lockedRules[0]', 'id'],
    ['a severity that there is not', { severities: { 'a/b': 'loud' } }, 'severities.a/b', 'severity'],
    ['the severity of a whole pack', { severities: { a: 'error' } }, 'severities.a', 'rule'],
    ['a site with its path', { allowedSites: ['https://acme.example/desk'] }, 'allowedSites[0]', 'host'],
    ['statistics of another kind', { statistics: 'all' }, 'statistics', 'statistics'],
    [
      'a server by http',
      { server: { url: 'http://a.example', database: 'd', user: 'u', password: 'p' } },
      'server.url',
      'url',
    ],
    [
      'a server whose database is SQL',
      { server: { url: 'https://a.example', database: 'd; DROP', user: 'u', password: 'p' } },
      'server.database',
      'name',
    ],
    ['yes for true', { automaticUpdates: 'yes' }, 'automaticUpdates', 'yesNo'],
    ['a pack by http', { packs: [{ url: 'http://acme.example/' }] }, 'packs[0].url', 'url'],
    ['a pack by two ways', { packs: [{ url: 'https://acme.example/', yaml: 'id: a' }] }, 'packs[0]', 'oneSource'],
    ['a pack from nowhere', { packs: [{ rollout: 10 }] }, 'packs[0]', 'oneSource'],
    ['a hash cut short', { packs: [{ yaml: 'id: a', sha256: 'abc' }] }, 'packs[0].sha256', 'sha256'],
    ['more than everybody', { packs: [{ yaml: 'id: a', rollout: 101 }] }, 'packs[0].rollout', 'percent'],
    ['a misspelt part of a pack', { packs: [{ yaml: 'id: a', rolout: 1 }] }, 'packs[0].rolout', 'known'],
  ])('with %s leaves that out, and says where and what would be right', (_, raw, key, right) => {
    expect(readManaged(raw).faults).toMatchObject([{ key, right }]);
  });

  it('keeps what is right beside what is wrong', () => {
    const { policy, faults } = readManaged({
      ...whole,
      lockedRules: [3, 'a/b'],
      severities: { 'a/b': 'loud', 'a/c': 'info' },
      allowedSites: ['*', 'acme.example'],
      packs: [{ yaml: 'id: a', rollout: 'all' }, { yaml: 'id: b' }],
    });
    expect(policy).toMatchObject({
      notice: 'Ask Ana.',
      locked: ['a/b'],
      severities: { 'a/c': 'info' },
      sites: ['acme.example'],
      packs: [{ yaml: 'id: b' }],
    });
    expect(faults.map(({ key, found }) => `${key} ${found}`)).toEqual([
      'allowedSites[0] "*"',
      'lockedRules[0] 3',
      'severities.a/b "loud"',
      'packs[0].rollout "all"',
    ]);
  });

  it('that allows only sites that make no sense allows none, rather than all', () => {
    expect(readManaged({ allowedSites: ['https://acme.example'] }).policy.sites).toEqual([]);
  });

  it('cannot reach the program’s own objects by the name of a key', () => {
    const { policy, faults } = readManaged(
      JSON.parse('{"__proto__": {"locked": ["a/b"]}, "severities": {"__proto__": "error", "constructor": "error"}}'),
    );
    expect(policy.locked).toEqual([]);
    expect(Object.keys(policy.severities)).toEqual([]);
    expect(faults).toHaveLength(3);
    expect(({} as { locked?: unknown }).locked).toBeUndefined();
  });
});

it('The list of what a policy may hold, for Chromium, has the keys that are read, and wants no more than their types', () => {
  const schema = JSON.parse(readFileSync('public/managed-schema.json', 'utf8'));
  expect(Object.keys(schema.properties).toSorted()).toEqual(Object.keys(whole).toSorted());
  expect(Object.keys(schema.properties.packs.items.properties).toSorted()).toEqual([
    'rollout',
    'sha256',
    'url',
    'yaml',
  ]);
  // Chromium drops a value that the list forbids without a word to us: what is wrong in it could not be told.
  expect(JSON.stringify(schema)).not.toMatch(/"(?:enum|minimum|maximum|pattern|required)"/);
});

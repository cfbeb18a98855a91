import { describe, expect, it } from 'vitest';
import {
  isAllowed,
  isLocked,
  isRuleOff,
  layPolicy,
  loadPolicy,
  mayHold,
  noPolicy,
  type Policy,
} from '../../lib/storage/policy.ts';
import { defaults, type Settings } from '../../lib/storage/settings.ts';

const lay = (settings: Partial<Settings>, policy: Partial<Policy>) =>
  layPolicy({ ...defaults, ...settings }, { ...noPolicy, ...policy });

describe('What the team has set lies over what an agent has set:', () => {
  it('nothing of the team’s leaves all as it is', () => {
    const settings = { off: ['a/b'], severities: { 'a/b': 'info' } } as const;
    expect(lay({ ...settings, off: [...settings.off] }, {})).toMatchObject(settings);
  });

  it('a locked rule is on, whatever was switched off, ignored, made softer, or has stepped down', () => {
    const step = { to: 'silent', isTold: true } as const;
    const settings = lay(
      {
        off: ['a/b', 'a/c'],
        ignored: ['a/b', 'a/c'].map((ruleId) => ({ ruleId, phrase: 'x' })),
        severities: { 'a/b': 'info', 'a/c': 'info' },
        steppedDown: { 'a/b': step, 'a/c': step },
      },
      { locked: ['a/b'] },
    );
    expect(settings).toMatchObject({
      off: ['a/c'],
      ignored: [{ ruleId: 'a/c' }],
      severities: { 'a/c': 'info' },
      steppedDown: { 'a/c': step },
    });
    expect(Object.keys(settings.severities)).toEqual(['a/c']);
    expect(Object.keys(settings.steppedDown)).toEqual(['a/c']);
  });

  it('it stays on in a pack that is off, and all rules do in a pack that is locked', () => {
    const one = lay({ off: ['a'] }, { locked: ['a/b'] });
    expect([isRuleOff(one, 'a/b'), isRuleOff(one, 'a/c')]).toEqual([false, true]);
    const all = lay({ off: ['a', 'a/c'] }, { locked: ['a'] });
    expect([isRuleOff(all, 'a/b'), isRuleOff(all, 'a/c')]).toEqual([false, false]);
    expect(isLocked(all.policy, 'ab/c')).toBe(false);
  });

  it('a severity is as the team wants it, and does not step down', () => {
    const step = { to: 'info', isTold: true } as const;
    const policy = { severities: { 'a/b': 'error' } } as const;
    expect(lay({ severities: { 'a/b': 'info' }, steppedDown: { 'a/b': step } }, policy)).toMatchObject({
      severities: { 'a/b': 'error' },
      steppedDown: {},
    });
  });

  it('CanDo coaches on the sites that are allowed, and on its own pages', () => {
    const policy = { ...noPolicy, sites: ['desk.acme.example', '*.zendesk.com'] };
    const hosts = ['desk.acme.example', 'acme.zendesk.com', 'zendesk.com', '', 'acme.example', 'notzendesk.com'];
    expect(hosts.filter((host) => isAllowed(policy, host))).toEqual(hosts.slice(0, 4));
    expect(isAllowed(noPolicy, 'any.example')).toBe(true);
    expect(mayHold({ ...noPolicy, sites: ['acme.zendesk.com'] }, '*.zendesk.com')).toBe(true);
  });

  it('and what storage holds of it, if it makes no sense, is none', async () => {
    const { fakeBrowser } = await import('wxt/testing/fake-browser');
    for (const policy of [7, null, 'policy', { policy: 'x' }]) {
      await fakeBrowser.storage.local.set({ policy });
      expect(await loadPolicy()).toEqual(noPolicy);
    }
    await fakeBrowser.storage.local.set({ policy: { policy: { locked: ['a/b'] } } });
    expect(await loadPolicy()).toEqual({ ...noPolicy, locked: ['a/b'] });
  });
});

import { describe, expect, it } from 'vitest';
import { chooseVoices } from '../../lib/composer/voices.ts';
import { layPolicy, noPolicy } from '../../lib/storage/policy.ts';
import { defaults, type Settings } from '../../lib/storage/settings.ts';

const rules = [
  { id: 'a/one', severity: 'error' },
  { id: 'a/two', severity: 'warning' },
  { id: 'b/one', severity: 'info' },
] as const;
const choose = (more: Partial<Settings>) => chooseVoices(rules, layPolicy({ ...defaults, ...more }, noPolicy));

describe('What the settings make of the rules', () => {
  it('is what came with them by default', () => {
    expect(choose({})).toEqual({ off: new Set(), severities: {} });
  });

  it('leaves out rules and packs that are switched off', () => {
    expect(choose({ off: ['a', 'b/one'] }).off).toEqual(new Set(['a/one', 'a/two', 'b/one']));
  });

  it('lets a rule step down, and at last fall silent', () => {
    const steppedDown = { 'a/one': { to: 'info', isTold: true }, 'b/one': { to: 'silent', isTold: false } } as const;
    expect(choose({ steppedDown })).toEqual({ off: new Set(), severities: { 'a/one': 'info', 'b/one': 'silent' } });
  });

  it('never makes a rule graver by a step', () => {
    const steppedDown = { 'a/one': { to: 'warning', isTold: true } } as const;
    expect(choose({ severities: { 'a/one': 'info' }, steppedDown }).severities).toEqual({ 'a/one': 'info' });
  });
});

import { describe, expect, it } from 'vitest';
import { chooseVoices, tune } from '../../lib/composer/voices.ts';
import { layPolicy, noPolicy } from '../../lib/storage/policy.ts';
import { defaults, type Settings } from '../../lib/storage/settings.ts';
import { createFinding } from './coached-box.ts';

const rules = [
  { id: 'a/one', severity: 'error' },
  { id: 'a/two', severity: 'warning' },
  { id: 'b/one', severity: 'info' },
] as const;
const choose = (more: Partial<Settings>, faded: string[] = []) =>
  chooseVoices(rules, layPolicy({ ...defaults, ...more }, noPolicy), faded);

describe('What the settings make of the rules', () => {
  it('is what came with them by default', () => {
    expect(choose({})).toEqual({ off: new Set(), severities: {}, faded: [] });
  });

  it('leaves out rules and packs that are switched off', () => {
    expect(choose({ off: ['a', 'b/one'] }).off).toEqual(new Set(['a/one', 'a/two', 'b/one']));
  });

  it('lets a rule step down, and at last fall silent', () => {
    const steppedDown = { 'a/one': { to: 'info', isTold: true }, 'b/one': { to: 'silent', isTold: false } } as const;
    expect(choose({ steppedDown })).toMatchObject({
      off: new Set(),
      severities: { 'a/one': 'info', 'b/one': 'silent' },
    });
  });

  it('makes a hint with a small mark of what the agent does without; what is silent stays so', () => {
    const steppedDown = { 'a/two': { to: 'silent', isTold: true } } as const;
    const voices = choose({ steppedDown }, ['a/one', 'a/two']);
    const findings = rules.map(({ id, severity }) => ({ ...createFinding('words', 'words', id), severity }));
    expect(tune(findings, voices).map(({ ruleId, severity, isFaded }) => [ruleId, severity, isFaded])).toEqual([
      ['a/one', 'info', true],
      ['b/one', 'info', undefined],
    ]);
  });

  it('never makes a rule graver by a step', () => {
    const steppedDown = { 'a/one': { to: 'warning', isTold: true } } as const;
    expect(choose({ severities: { 'a/one': 'info' }, steppedDown }).severities).toEqual({ 'a/one': 'info' });
  });
});

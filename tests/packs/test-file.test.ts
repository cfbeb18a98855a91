import { describe, expect, it } from 'vitest';
import type { TeamPack } from '../../lib/engine/pack.ts';
import { compilePackFile } from '../../lib/packs/compile-file.ts';
import { readPackFile } from '../../lib/packs/pack-file.ts';
import { readCompiledPacks } from '../../lib/packs/read.ts';
import { testPackFile } from '../../lib/packs/test-file.ts';
import { HOUSE } from './house.ts';

const below = readCompiledPacks();

/** The examples of a pack file: what happened instead, by where they stand; `undefined` for green. */
function tryOut(text: string, only?: string): Record<string, string | undefined> {
  const reading = readPackFile('acme.yaml', text);
  const { pack, faults } = compilePackFile(reading, below);
  expect(faults).toEqual([]);
  const results = [...testPackFile(reading, pack as TeamPack, below, only)];
  return Object.fromEntries(results.map(({ path, problem }) => [path.slice(0, -1).join('.'), problem]));
}

const WRONG = 'rules.no-widget-talk.examples.wrong';
const RIGHT = 'rules.no-widget-talk.examples.right';
const CHANGE = 'changes.cant-focus/cannot.unless';

describe('the examples of a pack file', () => {
  it('are green where each does what it promises, those of what it changes below too', () => {
    expect(tryOut(HOUSE)).toEqual({ [WRONG]: undefined, [RIGHT]: undefined, [CHANGE]: undefined });
  });

  it('are those of one rule alone, where one is asked for', () => {
    expect(tryOut(HOUSE, 'acme/no-widget-talk')).toEqual({ [WRONG]: undefined, [RIGHT]: undefined });
    expect(tryOut(HOUSE, 'cant-focus/cannot')).toEqual({ [CHANGE]: undefined });
  });

  it.each<[string, string, string, string]>([
    ['that is not flagged', '"Turn <the widget> on."', '"Turn <the wizard> on."', 'is not flagged'],
    ['that is marked elsewhere', '"Turn <the widget> on."', '"Turn the <widget> on."', 'is marked at "the widget"'],
    ['that is rewritten otherwise', 'Turn your device on.}', 'Turn it on.}', 'is rewritten as "Turn your device on."'],
  ])('say of a wrong one %s what happened instead', (_, from, to, problem) => {
    expect(tryOut(HOUSE.replace(from, to))[WRONG]).toBe(problem);
  });

  it('say of a right one by which rule it is flagged', () => {
    const text = HOUSE.replace('right: [Turn your device on.]', 'right: [Turn the gadget on.]');
    expect(tryOut(text)[RIGHT]).toBe('is flagged by acme/no-widget-talk');
  });

  it('let a right one be flagged by a built-in rule: that is no matter of this rule', () => {
    const text = HOUSE.replace('right: [Turn your device on.]', "right: [We can't change that.]");
    expect(tryOut(text)[RIGHT]).toBeUndefined();
  });

  it('refuse a rewrite that a built-in rule flags', () => {
    const text = HOUSE.replace('{instead} your device', "{instead} what we can't change").replace(
      'on.": Turn your device on.}',
      'on.": Turn what we can\'t change on.}',
    );
    expect(tryOut(text)[WRONG]).toMatch(/^is flagged again when rewritten, but by cant-focus\//);
  });

  it('say of an exception below that no sentence needs it', () => {
    expect(tryOut(HOUSE.replace("Your widget can't get wet.", 'Your widget is wet.'))[CHANGE]).toMatch(
      /^is quiet without/,
    );
    expect(tryOut(HOUSE.replace("Your widget can't get wet.", "We can't."))[CHANGE]).toMatch(
      /^is flagged by cant-focus/,
    );
  });
});

import { describe, expect, it } from 'vitest';
import { commands, defaultKeys, findObstacle, splitKey } from '../../lib/keys/index.ts';
import { findTaken, taken, takers } from '../../lib/keys/taken.ts';
import { getWords } from '../words.ts';

describe('Keys that others take', () => {
  it('have words, takers that are listed, a source, and are written as keys are', () => {
    const order = ['Ctrl', 'Alt', 'Shift', 'Meta'];
    for (const { key, who, does, systems, source } of taken) {
      expect(getWords(`keys_does_${does}`), does).not.toBe('');
      expect(takers).toEqual(expect.arrayContaining([...who]));
      expect(systems.length).toBeGreaterThan(0);
      expect(source).toMatch(/^https:/);
      const { modifiers } = splitKey(key);
      expect(modifiers, key).toEqual(order.filter((one) => modifiers.includes(one)));
    }
  });

  it('are told once each', () => {
    const all = taken.flatMap(({ key, who, systems }) =>
      who.flatMap((one) => systems.map((system) => `${key} ${one} ${system}`)),
    );
    expect(all.filter((one, index) => all.indexOf(one) !== index)).toEqual([]);
  });

  it('include the known ones among the defaults, so that nobody is surprised', () => {
    expect(findTaken(defaultKeys.open).map(({ does }) => does)).toEqual(['storageInspector']);
    expect(findTaken('Ctrl+F9').map(({ who }) => who.join())).toEqual(['KDE Plasma', 'Xfce']);
    expect(findTaken(defaultKeys.dismiss)).toEqual([]);
    expect(findTaken(defaultKeys.undo)).toEqual([]);
  });

  it('are no browser’s own that no page ever sees, by default', () => {
    const kept = commands.filter((command) =>
      findTaken(defaultKeys[command]).some(
        ({ isFirst, who }) => isFirst && who.some((one) => /Chrome|Edge|Firefox/.test(one)),
      ),
    );
    expect(kept).toEqual([]);
  });
});

describe('A key for a command', () => {
  it.each([
    ['A', 'types'],
    ['Alt+@', 'types'],
    ['Ctrl+Alt+Q', 'types'],
    ['Shift+A', 'types'],
    [' ', 'types'],
    ['Enter', 'edits'],
    ['Shift+ArrowLeft', 'edits'],
    ['Escape', 'edits'],
    ['Shift', 'none'],
    ['Ctrl+Control', 'none'],
    ['Dead', 'none'],
  ])('cannot be %s: it %s', (key, obstacle) => {
    expect(findObstacle(key)).toBe(obstacle);
  });

  it.each(['F9', 'Ctrl+Shift+F9', 'Ctrl+J', 'Meta+J', 'Ctrl++', 'Alt+F6', 'Ctrl+Enter', 'Alt+ArrowUp'])(
    'can be %s',
    (key) => {
      expect(findObstacle(key)).toBeUndefined();
    },
  );

  it('is taken apart at its plus signs, and may be one itself', () => {
    expect(splitKey('Ctrl+Shift+F9')).toEqual({ modifiers: ['Ctrl', 'Shift'], key: 'F9' });
    expect(splitKey('Ctrl++')).toEqual({ modifiers: ['Ctrl'], key: '+' });
    expect(splitKey('+')).toEqual({ modifiers: [], key: '+' });
  });
});

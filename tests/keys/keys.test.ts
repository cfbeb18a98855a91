import { describe, expect, it } from 'vitest';
import { defaultKeys, findCommand, getKeyName } from '../../lib/keys/index.ts';

const press = (key: string, init: KeyboardEventInit = {}) => new KeyboardEvent('keydown', { key, ...init });

describe('Keys', () => {
  it('names a key with its modifiers in one order', () => {
    expect(getKeyName(press('F9', { shiftKey: true, ctrlKey: true }))).toBe('Ctrl+Shift+F9');
    expect(getKeyName(press('a', { altKey: true }))).toBe('Alt+A');
  });

  it('serves each default key, and no other', () => {
    expect(findCommand(press('F8'))).toBe('next');
    expect(findCommand(press('F8', { shiftKey: true }))).toBe('previous');
    expect(findCommand(press('F9'))).toBe('apply');
    expect(findCommand(press('F9', { metaKey: true }))).toBeUndefined();
    expect(findCommand(press('a'))).toBeUndefined();
  });

  it('gives no command two keys, and no key two commands', () => {
    expect(new Set(Object.values(defaultKeys)).size).toBe(Object.keys(defaultKeys).length);
  });

  it('lets characters typed with Option or AltGr through, whatever the keys are set to', () => {
    const keys = { ...defaultKeys, apply: 'Alt+@' };
    expect(findCommand(press('@', { altKey: true }), keys)).toBeUndefined();
    const withAltGraph = Object.assign(press('F9'), { getModifierState: (name: string) => name === 'AltGraph' });
    expect(findCommand(withAltGraph)).toBeUndefined();
  });

  it('takes no key that types, whatever the keys are set to', () => {
    const keys = { ...defaultKeys, apply: 'A', next: 'Ctrl+J' };
    expect(findCommand(press('a'), keys)).toBeUndefined();
    expect(findCommand(press('j', { ctrlKey: true }), keys)).toBe('next');
  });

  it('lets an input method have its keys', () => {
    expect(findCommand(press('F9', { isComposing: true }))).toBeUndefined();
  });
});

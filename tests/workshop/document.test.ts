import { describe, expect, it } from 'vitest';
import { readRaw, renameKey, setAt } from '../../lib/workshop/document.ts';

const FILE = `# Ask Ana before you change this.
id: acme
name: Acme # as customers know us
version: 1.0.0
rules:
  # from the meeting in May
  widget:
    why: Nobody says widget.
    phrases:
      - a widget # one
      - the widget # more
    examples:
      wrong:
        <A widget> is here.: A product is here.
      right: [Hello.]
`;

describe('A pack file that is edited by fields', () => {
  it('keeps its comments, its order and what was not touched', () => {
    const text = setAt(FILE, ['rules', 'widget', 'phrases'], ['a widget', 'any widget', 'this widget']);
    expect(text).toBe(FILE.replace('      - the widget # more\n', '      - any widget # more\n      - this widget\n'));
    expect(setAt(FILE, ['name'], 'Acme: ours')).toBe(FILE.replace('Acme #', '"Acme: ours" #'));
  });

  it('takes a line out of the middle of a list and leaves the others their comments', () => {
    expect(setAt(FILE, ['rules', 'widget', 'phrases'], ['the widget'])).toBe(
      FILE.replace('      - a widget # one\n', ''),
    );
  });

  it('gets new parts where people look for them', () => {
    const text = setAt(setAt(FILE, ['rules', 'widget', 'message'], 'Say product.'), ['about'], 'Our words.');
    expect(text).toContain('name: Acme # as customers know us\nabout: Our words.\nversion');
    expect(text).toContain('  widget:\n    message: Say product.\n    why');
  });

  it('loses what was emptied, and what is left empty by it', () => {
    const text = setAt(FILE, ['rules', 'widget', 'examples', 'wrong', '<A widget> is here.'], undefined);
    expect(readRaw(text)).toMatchObject({ rules: { widget: { examples: { right: ['Hello.'] } } } });
    expect(text).not.toContain('wrong');
  });

  it('has a rule under another name, in its place', () => {
    expect(renameKey(FILE, ['rules', 'widget'], 'gadget')).toBe(FILE.replace('  widget:', '  gadget:'));
    const two = setAt(FILE, ['rules', 'other', 'why'], 'x');
    expect(renameKey(two, ['rules', 'widget'], 'other')).toBe(two);
  });

  it('begins from nothing, and stays as it is while it is broken', () => {
    expect(readRaw(setAt('', ['rules', 'one', 'message'], 'Hi.'))).toEqual({ rules: { one: { message: 'Hi.' } } });
    expect(setAt('id: [', ['name'], 'x')).toBe('id: [');
    expect(readRaw('id: [')).toBeUndefined();
    expect(readRaw('a: &a [1]\nb: *a')).toBeUndefined();
  });
});

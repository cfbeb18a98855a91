import { beforeEach, describe, expect, it } from 'vitest';
import { print, readWhole } from '../../lib/editors/whole.ts';

let root: HTMLElement;

beforeEach(() => {
  root = document.createElement('div');
  document.body.replaceChildren(root);
});

function read(markup: string): string {
  root.innerHTML = markup;
  return print(readWhole(root));
}

describe('Comparing a draft before and after', () => {
  it.each([
    ['a lost blank line', '<p>One</p><p><br></p><p>two</p>', '<p>One</p><p>two</p>'],
    ['a lost line break', '<p>One<br>two</p>', '<p>One two</p>'],
    ['two paragraphs made one', '<div>One</div><div>two</div>', '<div>Onetwo</div>'],
    ['a lost second blank', '<p>One.&nbsp; Two</p>', '<p>One. Two</p>'],
    ['a blank lost at the end of a line', '<p>One </p><p>two</p>', '<p>One</p><p>two</p>'],
    ['a lost picture', '<p>One<img src="cid:1"></p>', '<p>One</p>'],
    ['a lost link', '<p>One <a href="https://example.com/1">two</a></p>', '<p>One two</p>'],
    [
      'a link that leads elsewhere',
      '<p><a href="https://example.com/1">two</a></p>',
      '<p><a href="https://example.com/2">two</a></p>',
    ],
    ['a look that spreads', '<p>One <u>two</u> three</p>', '<p>One <u>two three</u></p>'],
    ['half an emoji', '<p>Thanks 👩‍👧</p>', '<p>Thanks 👩</p>'],
  ])('finds %s', (_, before, after) => {
    expect(read(after)).not.toBe(read(before));
  });

  it.each([
    ['a no-break space in the place of a space', '<p>One two </p>', '<p>One&nbsp;two&nbsp;</p>'],
    ['a line break that only holds a paragraph open', '<p>One</p><p>two</p>', '<p>One<br></p><p>two<br></p>'],
    ['fillers of the editor', '<p>One</p>', '<p>\u2060\u2060\u2060\u2060\u2060\u2060\u2060One\u200B\uFEFF</p>'],
    ['blanks of the source between paragraphs', '<p>One</p><p>two</p>', '<p>One</p>\n  <p>two</p>\n'],
    ['elements that change no look', '<p>One <u>two</u></p>', '<p><span>One </span><u>t</u><u>w<span>o</span></u></p>'],
    ['a blank inside or outside of a look', '<p>One <u>two</u></p>', '<p>One<u> two</u></p>'],
  ])('does not mind %s', (_, before, after) => {
    expect(read(after)).toBe(read(before));
  });
});

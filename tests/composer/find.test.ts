import { beforeEach, describe, expect, it } from 'vitest';
import { findEditor, isUnreadable } from '../../lib/composer/find.ts';

beforeEach(() => {
  document.body.innerHTML = `
    <textarea id="area"></textarea>
    <textarea id="locked" readonly></textarea>
    <div id="rich" contenteditable="true"><table><tr><td id="cell" contenteditable="true">x</td></tr></table></div>
    <div id="search" contenteditable="true" role="searchbox"></div>
    <div id="drawn" role="textbox" aria-multiline="true" tabindex="0"></div>
    <div id="line" role="textbox" tabindex="0"></div>
    <button id="send">Send</button>`;
});

const get = (id: string) => document.getElementById(id) as HTMLElement;

describe('The box that has the focus', () => {
  it('is coached when one can write several lines there, an outer one for its parts', () => {
    expect(findEditor(get('area'))).toBe(get('area'));
    expect(findEditor(get('cell'))).toBe(get('rich'));
    for (const id of ['locked', 'search', 'drawn', 'line', 'send']) expect(findEditor(get(id))).toBeUndefined();
  });

  it('is known for one that no extension can read when it draws its text itself', () => {
    expect(isUnreadable(get('drawn'))).toBe(true);
    const canvas = Object.assign(document.createElement('canvas'), { editContext: {} });
    expect(isUnreadable(canvas)).toBe(true);
    for (const id of ['area', 'locked', 'rich', 'search', 'line', 'send']) expect(isUnreadable(get(id))).toBe(false);
  });
});

import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Card } from '../../components/Card.tsx';
import type { CardView } from '../../lib/composer/view.ts';
import { createWords, getWords } from '../words.ts';

beforeEach(() => {
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation(getWords as never);
});
afterEach(cleanup);

const before = "We can't ship until it clears";
const view: CardView = {
  phrase: "We can't",
  category: "Can't before can",
  also: [],
  severity: 'warning',
  message: 'Say from when it is possible.',
  why: 'A customer hears the refusal and misses the date.',
  position: { index: 1, count: 2 },
  rewrites: [
    { text: 'We can ship as soon as it clears', before, span: { start: 0, end: 29 }, blanks: [] },
    {
      text: 'We ship [by when]',
      before,
      span: { start: 0, end: 29 },
      blanks: [{ start: 8, end: 17, name: 'by when' }],
    },
  ],
  canIgnore: true,
  applyKey: 'F9',
};

function show(more: Partial<CardView> = {}) {
  const actions = {
    apply: vi.fn(),
    copy: vi.fn(),
    ignore: vi.fn(),
    ignorePhrase: vi.fn(),
    switchOff: vi.fn(),
    showInFull: vi.fn(),
  };
  render(<Card view={{ ...view, ...more }} actions={actions} />);
  return actions;
}

describe('The card', () => {
  it('of a rule that the team has locked says so, and offers to ignore this one place alone', async () => {
    const actions = show({ lockedBy: 'Ask Ana.' });
    expect(screen.getByText(/Set by your team: this rule stays on\./).textContent).toContain('Ask Ana.');
    expect(screen.queryByRole('button', { name: 'Ignore this phrase' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Switch off rule' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Ignore here' }));
    expect(actions.ignore).toHaveBeenCalled();
  });

  it('says why a mark is small, and puts it back in full once the rewrites have come', async () => {
    const actions = show({ isFaded: true });
    const why = screen.getByText(/You have not needed this for a month/);
    expect(screen.getByRole('dialog').getAttribute('aria-describedby')?.split(' ')).toContain(why.id);
    await userEvent.tab();
    while (document.activeElement?.textContent !== 'Show it in full again') await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(actions.showInFull).toHaveBeenCalledOnce();
    cleanup();
    show({ isFaded: true, rewrites: 'loading' });
    expect(screen.getByRole('button', { name: 'Show it in full again' })).toHaveProperty('disabled', true);
    cleanup();
    show();
    expect(screen.queryByText(/You have not needed/)).toBeNull();
  });

  it('is named for what is marked, and described by what to do and why', () => {
    show();
    const card = screen.getByRole('dialog', { name: /Can't before can.*We can't/ });
    expect(card.getAttribute('aria-describedby')?.split(' ')).toHaveLength(2);
    expect(screen.getByText('Say from when it is possible.')).toBeTruthy();
    expect(screen.getByText(/misses the date/)).toBeTruthy();
  });

  it('names what else speaks of the same words, to a screen reader too', () => {
    show({ also: ['Policy before people', 'Whose job it is'] });
    const card = screen.getByRole('dialog');
    const names = screen.getByText('Policy before people, Whose job it is');
    expect(names.lang).toBe('en');
    expect(names.parentElement?.textContent).toBe('Also: Policy before people, Whose job it is');
    expect(card.getAttribute('aria-describedby')?.split(' ')).toContain(names.parentElement?.id);
  });

  it('has the first rewrite as its first button', async () => {
    const actions = show();
    const [first] = screen.getAllByRole('button');
    expect(first).toBe(screen.getByRole('button', { name: 'Replace with: We can ship as soon as it clears' }));
    await userEvent.click(first as HTMLElement);
    expect(actions.apply).toHaveBeenCalledWith('We can ship as soon as it clears');
  });

  it('lets nobody switch something off who reaches for a rewrite that is still to come', async () => {
    const actions = show({ rewrites: 'loading' });
    for (const button of screen.getAllByRole('button')) await userEvent.click(button);
    expect(actions.ignore).not.toHaveBeenCalled();
    expect(actions.switchOff).not.toHaveBeenCalled();
  });

  it('lists the rewrites, each with its change', () => {
    show();
    const items = within(screen.getByRole('list')).getAllByRole('listitem');
    expect(items).toHaveLength(2);
    expect(items[0]?.querySelector('del')?.textContent).toContain("can't");
    expect(items[0]?.querySelector('ins')?.textContent).toContain('can');
    expect(items[1]?.querySelector('.blank')?.textContent).toBe('[by when]');
  });

  it('offers to be left alone after that', async () => {
    const actions = show();
    for (const name of [/ignore here/i, /ignore this phrase/i, /switch off/i])
      await userEvent.click(screen.getByRole('button', { name }));
    expect(actions.ignore).toHaveBeenCalledOnce();
    expect(actions.ignorePhrase).toHaveBeenCalledOnce();
    expect(actions.switchOff).toHaveBeenCalledOnce();
  });

  it('says that the rewrite is not available, and keeps its advice', () => {
    show({ rewrites: 'unavailable' });
    expect(screen.getByText(/not available right now/i)).toBeTruthy();
    expect(screen.getByText('Say from when it is possible.')).toBeTruthy();
    expect(screen.getByRole('button', { name: /ignore here/i })).toBeTruthy();
  });

  it('offers Copy when the editor did not take the rewrite', async () => {
    const actions = show({ notice: 'failed' });
    expect(screen.getByRole('status').textContent).toMatch(/did not take/i);
    await userEvent.click(screen.getAllByRole('button', { name: /copy/i })[1] as HTMLElement);
    expect(actions.copy).toHaveBeenCalledWith('We ship [by when]');
  });

  it('does not offer to ignore a blank', () => {
    show({ rewrites: [], canIgnore: false });
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('speaks the browser’s language, and leaves the rule its English voice', () => {
    vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation(createWords('de') as never);
    show();
    expect(screen.getByRole('button', { name: 'Hier ignorieren' }).closest('[lang]')).toBeNull();
    expect(screen.getByRole('button', { name: 'Ersetzen durch: We ship [by when]' })).toBeTruthy();
    for (const words of [view.category, view.message, view.why])
      expect(screen.getByText(words).closest('[lang]')?.getAttribute('lang')).toBe('en');
  });

  it('says of a blank in the browser’s language what to do', () => {
    show({ canIgnore: false, rewrites: [], message: 'Fülle das aus, bevor du sendest.' });
    expect(screen.getByText('Fülle das aus, bevor du sendest.').closest('[lang]')).toBeNull();
  });

  it('shows what a rule or a draft says as it stands, markup and all', () => {
    const markup = '<img src="x" onerror="alert(1)">';
    const text = `We can ${markup}`;
    show({
      message: markup,
      why: markup,
      phrase: markup,
      rewrites: [{ text, before, span: { start: 0, end: 29 }, blanks: [] }],
    });
    expect(screen.getAllByText(markup, { exact: false }).length).toBeGreaterThan(1);
    expect(document.querySelector('img')).toBeNull();
  });
});

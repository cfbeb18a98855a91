import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHabitDesk } from './habit-desk.ts';

let desk: ReturnType<typeof createHabitDesk>;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  vi.advanceTimersByTime(1_000);
  desk = createHabitDesk();
});
afterEach(() => {
  desk.end();
  vi.useRealTimers();
});

const pass = (milliseconds: number) => vi.advanceTimersByTime(milliseconds);
/** Writes a reply and lets it stand until its flags count. */
const write = (...lines: string[]) => {
  desk.type(...lines);
  pass(3_000);
};
const send = () => {
  desk.send();
  desk.put('');
};

/** By the agent's own keys. */
const erase = (key: string, modifiers: KeyboardEventInit = {}) => {
  desk.key('a', { ctrlKey: true });
  desk.key(key, modifiers);
  desk.put('');
};

describe('A draft that its agent empties', () => {
  it('and begins again is the same: what was flagged is mended by hand', () => {
    write('I cannot do it.');
    erase('Delete');
    pass(9_000);
    desk.type('I can do it.');
    send();
    expect(desk.sum).toEqual({ flagged: 1, mended: 1 });
    expect(desk.day.totals).toMatchObject({ replies: 1, words: 4, discarded: 0 });
  });

  it('and pastes back is the same, with the same flag', () => {
    write('I cannot do it.');
    erase('x', { metaKey: true });
    pass(8_000);
    desk.type('I cannot do it.');
    pass(8_000);
    send();
    expect(desk.sum).toEqual({ flagged: 1, sent: 1 });
    expect(desk.day.totals).toMatchObject({ replies: 1, discarded: 0 });
  });

  it('is discarded where nothing comes in ten seconds, and what comes then is another', () => {
    write('I cannot do it.');
    erase('Backspace');
    pass(9_900);
    expect(desk.day.totals.discarded).toBe(0);
    pass(200);
    expect(desk.sum).toEqual({ flagged: 1, dropped: 1 });
    write('I cannot do it.');
    send();
    expect(desk.sum).toEqual({ flagged: 2, dropped: 1, sent: 1 });
    expect(desk.day.totals).toMatchObject({ replies: 1, discarded: 1 });
  });

  it('is discarded at once where its page goes, or where it is of another ticket by then', () => {
    write('I cannot do it.');
    erase('Delete');
    desk.leave();
    expect(desk.day.totals).toMatchObject({ left: 0, discarded: 1 });
    write('I cannot do it.');
    erase('Delete');
    history.pushState({}, '', '/tickets/2');
    write('I can do it.');
    send();
    expect(desk.sum).toEqual({ flagged: 2, dropped: 2 });
    expect(desk.day.totals).toMatchObject({ replies: 1, words: 4, discarded: 2 });
  });

  it('is discarded at once where no key of the agent’s has emptied it', () => {
    write('I cannot do it.');
    desk.key('Backspace');
    pass(1_500);
    desk.put('');
    expect(desk.day.totals.discarded).toBe(1);
  });

  it('but for its signature is none that could be sent', () => {
    desk.put('Ben, Acme');
    write('I cannot do it.', 'Ben, Acme');
    desk.key('x', { ctrlKey: true });
    desk.put('Ben, Acme');
    desk.send();
    pass(11_000);
    expect(desk.day.totals).toMatchObject({ replies: 0, discarded: 1 });
  });
});

describe('A draft', () => {
  it('is a reply when it goes after a key that sends, with its words and packs', () => {
    write('Hello Ana,', 'I can’t say. Well-known!', '> you wrote this', '-- ', 'Ben, Acme');
    send();
    expect(desk.day.totals).toEqual({ replies: 1, words: 6, left: 0, discarded: 0 });
    expect(desk.day.packs['tone@1.0.0']).toEqual({ replies: 1, words: 6 });
    expect(desk.flushes).toBe(1);
  });

  it('is no reply while it is refused, and one when it goes at last', () => {
    write('Hello Ana.');
    desk.send();
    pass(2_000);
    desk.type('Hello Ana. Bye.');
    desk.put('');
    expect(desk.day.totals).toMatchObject({ replies: 0, discarded: 1 });
    write('Hello Ana.');
    desk.send();
    desk.send();
    pass(4_000);
    desk.put('');
    desk.put('');
    expect(desk.day.totals).toMatchObject({ replies: 1, words: 2, discarded: 1 });
  });

  it('goes by the Enter key of a chat, which elsewhere begins a line', () => {
    desk.type('Hello Ana.');
    desk.key('Enter');
    desk.put('');
    expect(desk.day.totals).toMatchObject({ replies: 1, words: 2 });
    desk.type('Hello Ana.');
    desk.key('Enter');
    desk.put('Hello Ana.', '');
    desk.put('');
    expect(desk.day.totals).toMatchObject({ replies: 1, discarded: 1 });
  });

  it('is no reply when its agent empties the box by hand after a key that sent nothing', () => {
    for (const remove of ['Backspace', 'Delete']) {
      desk.type('Hello Ana.');
      desk.send();
      pass(5_000);
      erase(remove);
      pass(11_000);
    }
    expect(desk.day.totals).toMatchObject({ replies: 0, discarded: 2 });
  });

  it('goes by a key of the desk’s own, which elsewhere types a letter', () => {
    const zendesk = createHabitDesk({ sendKeys: ['Ctrl+Alt+KeyS'] });
    const solve = (key: string) => zendesk.key(key, { code: 'KeyS', ctrlKey: true, altKey: true });
    zendesk.type('Hello Ana.');
    solve('ß');
    zendesk.put('');
    expect(zendesk.day.totals).toMatchObject({ replies: 1, words: 2 });
    zendesk.type('Hello Ana.');
    solve('ś');
    zendesk.put('Hello Ana.ś');
    zendesk.put('');
    desk.type('Hello Ana.');
    desk.key('s', { code: 'KeyS', ctrlKey: true, altKey: true });
    desk.put('');
    for (const { day } of [zendesk, desk]) expect(day.totals).toMatchObject({ discarded: 1 });
    expect([zendesk, desk].map(({ day }) => day.totals.replies)).toEqual([1, 0]);
  });

  it('is a reply, too, when the page empties the box behind our back', () => {
    write('Hello Ana.');
    desk.send();
    desk.empty();
    pass(1_000);
    expect(desk.day.totals).toMatchObject({ replies: 1, words: 2 });
  });

  it('counts without the signature that stays in the box', () => {
    desk.put('Ben, Acme');
    write('Hello Ana.', 'Ben, Acme');
    desk.send();
    desk.put('Ben, Acme');
    expect(desk.day.totals).toMatchObject({ replies: 1, words: 2 });
    write('Hello', 'Ben, Acme');
    desk.type('Ben, Acme');
    expect(desk.day.totals).toMatchObject({ replies: 1, discarded: 1 });
  });

  it('is left when its box goes with words in it, and sent when it goes after that', () => {
    write('I cannot do it.');
    desk.leave();
    expect(desk.day.totals).toMatchObject({ left: 1 });
    expect(desk.sum).toEqual({ flagged: 1, dropped: 1 });
    write('Hello Ana.');
    desk.send();
    desk.remove();
    pass(30_000);
    desk.leave();
    expect(desk.day.totals).toMatchObject({ replies: 1, left: 1 });
  });

  it('that nobody has begun is not left', () => {
    desk.put('A text of the desk');
    desk.leave();
    expect(desk.day.revision).toBe(0);
  });

  it('for colleagues counts nothing, and what was flagged before is dropped', () => {
    desk.write('colleagues');
    write('I cannot do it.');
    send();
    expect(desk.day.revision).toBe(0);
    desk.write('customer');
    write('I cannot do it.');
    desk.write('colleagues');
    desk.send();
    // A desk turns back to the customer once a note is written.
    desk.write('customer');
    desk.write('colleagues');
    desk.put('');
    expect(desk.sum).toEqual({ flagged: 1, dropped: 1 });
    expect(desk.day.totals).toMatchObject({ replies: 0, discarded: 0 });
  });
});

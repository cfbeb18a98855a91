import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageFlag } from '../../lib/composer/check.ts';
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
const first = () => desk.flags[0] as PageFlag;
/** Writes a reply and lets it stand until its flags count. */
const write = (...lines: string[]) => {
  desk.type(...lines);
  pass(3_000);
};
const send = () => {
  desk.send();
  desk.put('');
};

describe('A flag', () => {
  it('that was there for a moment only is not counted', () => {
    desk.type('I cannot do it.');
    pass(1_000);
    desk.type('I can do it.');
    pass(10_000);
    send();
    expect(desk.sum).toEqual({});
  });

  it('counts when it is sent, however short it stood', () => {
    desk.type('I cannot do it.');
    send();
    expect(desk.sum).toEqual({ flagged: 1, sent: 1 });
  });

  it('is mended by hand, or reworded once its card was open', () => {
    write('I cannot do it. I am sorry.');
    desk.habits.open(desk.flags[1] as PageFlag);
    desk.type('I can do it. I am glad.');
    pass(6_000);
    expect(desk.day.rules).toEqual({
      'tone/cannot@1.0.0': { flagged: 1, mended: 1 },
      'tone/sorry@1.0.0': { flagged: 1, reworded: 1 },
    });
  });

  it('is not mended by an edit around it, a paragraph that is split, an editor that draws anew, or a graver flag over it', () => {
    write('I cannot do it.');
    desk.type('Hello. I cannot do it. So.');
    pass(6_000);
    desk.split(0, 6);
    pass(6_000);
    desk.redraw();
    pass(6_000);
    desk.type('Hello.', 'you cannot do it. So.');
    pass(6_000);
    desk.type('Hello.', 'I cannot do it. So.');
    expect(desk.day.rules['tone/cannot@1.0.0']).toEqual({ flagged: 1 });
    send();
    expect(desk.day.rules['tone/cannot@1.0.0']).toEqual({ flagged: 1, sent: 1 });
    expect(desk.day.rules['blame/you@1.0.0']).toEqual({ flagged: 1, mended: 1 });
  });

  it('leaves no trace where another rule takes its words before it has stood', () => {
    desk.type('I cannot');
    pass(500);
    desk.type('I think you cannot do it.');
    pass(6_000);
    expect(desk.day.rules).toEqual({ 'blame/you@1.0.0': { flagged: 1 } });
    desk.type('I think I cannot do it.');
    pass(500);
    send();
    expect(desk.day.rules).toEqual({
      'blame/you@1.0.0': { flagged: 1, mended: 1 },
      'tone/cannot@1.0.0': { flagged: 1, sent: 1 },
    });
  });

  it('is not mended where its words go on in a longer phrase of another rule', () => {
    write('I am unable to.');
    desk.type('I am simply unable to.');
    pass(9_000);
    expect(desk.day.rules['tone/unable@1.0.0']).toEqual({ flagged: 1 });
    send();
    expect(desk.sum).toEqual({ flagged: 2, sent: 2 });
  });

  it('is not mended when its sentence is cut and put in elsewhere', () => {
    write('I cannot do it.', 'Bye.');
    desk.type('', 'Bye.');
    pass(3_000);
    desk.type('', 'Bye. I cannot do it.');
    pass(9_000);
    expect(desk.sum).toEqual({ flagged: 1 });
  });

  it('is taken over from a rewrite, and stands again when that is undone', () => {
    write('I cannot do it.');
    const undo = desk.rewrite(first(), 'can');
    pass(9_000);
    expect(desk.sum).toEqual({ flagged: 1, rewritten: 1 });
    undo();
    send();
    expect(desk.sum).toEqual({ flagged: 1, rewritten: 1, undone: 1, sent: 1 });
    expect(desk.day.replaced).toEqual({});
  });

  it('is told with its rewrite once its draft is done and nobody has undone it', () => {
    write('I cannot do it.');
    desk.rewrite(first(), 'can')();
    pass(3_000);
    desk.rewrite(first(), 'can');
    pass(9_000);
    expect(desk.day.replaced).toEqual({});
    send();
    expect(desk.sum).toEqual({ flagged: 1, rewritten: 2, undone: 1 });
    expect(desk.day.replaced).toEqual({ 'tone/cannot@1.0.0': { '\\bcannot\\b → {instead}': 1 } });
  });

  it('that is typed anew after a rewrite is another one', () => {
    write('I cannot do it.');
    desk.rewrite(first(), 'can');
    desk.type('I can do it. But I cannot go.');
    pass(3_000);
    expect(desk.sum).toEqual({ flagged: 2, rewritten: 1 });
  });

  it('is ignored once, and with it those of the same words', () => {
    write('I cannot do it.', 'I cannot go.');
    desk.ignore(first());
    send();
    expect(desk.sum).toEqual({ flagged: 2, ignored: 2 });
  });

  it('goes with its rule when that is switched off', () => {
    write('I cannot do it. Sorry, sorry.');
    desk.switchOff('tone/cannot');
    send();
    expect(desk.day.rules).toEqual({
      'tone/cannot@1.0.0': { flagged: 1, switchedOff: 1 },
      'tone/sorry@1.0.0': { flagged: 1, sent: 1 },
    });
  });

  it('stays what it was while CanDo is silent', () => {
    write('I cannot do it.');
    desk.silence(true);
    pass(9_000);
    desk.silence(false);
    expect(desk.sum).toEqual({ flagged: 1 });
  });
});

describe('Whatever an agent does', () => {
  /** Numbers from 0 to below 1, the same for a seed. */
  function createRandom(seed: number) {
    let state = seed;
    return () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state / 2_147_483_648;
    };
  }

  it.each(Array.from({ length: 60 }, (_, seed) => seed + 1))('each flag ends in exactly one way (%i)', (seed) => {
    const random = createRandom(seed * 7_919);
    const pick = <One>(all: readonly One[]) => all[Math.floor(random() * all.length)] as One;
    const WORDS = ['I', 'cannot', 'sorry', 'you cannot', 'do', 'it.', 'Hello', 'well.'];
    let undos: (() => void)[] = [];
    const edit = (change: (words: string[]) => string[]) => {
      const texts = desk.blocks.map(({ text }) => text);
      const at = Math.floor(random() * Math.max(1, texts.length));
      texts[at] = change((texts[at] ?? '').split(' ').filter(Boolean)).join(' ');
      desk.type(...texts);
    };
    const withFlag = (act: (flag: PageFlag) => void) => () => desk.flags.length > 0 && act(pick(desk.flags));
    const acts: (() => void)[] = [
      ...Array.from(
        { length: 6 },
        () => () => edit((words) => words.toSpliced(Math.floor(random() * (words.length + 1)), 0, pick(WORDS))),
      ),
      () => edit((words) => words.toSpliced(Math.floor(random() * words.length), 1)),
      () => desk.type(...desk.blocks.map(({ text }) => text), pick(WORDS)),
      () => desk.blocks.length > 0 && desk.split(0, Math.floor(random() * (desk.blocks[0]?.text.length ?? 0))),
      () => desk.redraw(),
      withFlag((flag) => undos.push(desk.rewrite(flag, pick(['can', 'glad', 'sorry', ''])))),
      () => undos.pop()?.(),
      withFlag((flag) => desk.habits.open(flag)),
      withFlag((flag) => {
        desk.ignore(flag);
        desk.hear(flag);
      }),
      () => {
        const rule = pick(['tone/cannot', 'blame/you']);
        desk.switchOff(rule);
        desk.switchOff(rule, false);
      },
      () => desk.silence(random() < 0.3),
      () => desk.write(random() < 0.3 ? 'colleagues' : 'customer'),
      () => desk.send(),
      () => random() < 0.3 && desk.put(''),
      () => random() < 0.2 && desk.leave(),
      () => {
        undos = [];
        desk.silence(false);
        send();
      },
    ];
    for (let step = 0; step < 300; step++) {
      pick(acts)();
      pass(pick([0, 30, 600, 2_500, 6_000]));
    }
    desk.leave();
    const { flagged = 0, undone = 0, ...ends } = desk.sum;
    expect(flagged).toBeGreaterThan(10);
    expect(Object.values(ends).reduce((sum, count) => sum + count, 0)).toBe(flagged + undone);
    const all = Object.values(desk.day.rules);
    for (const { flagged: seen = 0, undone: again = 0, ...rest } of all)
      expect(Object.values(rest).reduce((sum, count) => sum + count, 0)).toBe(seen + again);
  });
});

import type { Page } from 'playwright-core';
import { erase, eraseWord, type Guess, write } from './guess.ts';
import { AWKWARD, PASTED, PHRASES } from './pools.ts';

/** One edit, as a person makes it. */
export interface Edit {
  /** As it stands in a report. */
  name: string;
  act(page: Page): Promise<void>;
  /** What may come of it, part by part; without it whatever stood in the draft before may stand there again. */
  parts?: readonly Part[];
}

/** What CanDo is asked for. */
export interface Command {
  name: string;
  command: CommandName;
}

export type CommandName = 'apply' | 'apply twice' | 'take back' | 'undo an apply' | 'show' | 'open' | 'ignore';

export type Step = Edit | Command;

type Part = (guesses: readonly Guess[]) => Guess[];

export type Random = () => number;

export const pick = <Value>(random: Random, values: readonly Value[]): Value =>
  values[Math.floor(random() * values.length)] as Value;

const LETTERS = 'abcdefghij klmno pqrstuvwxyz. ,';
const MOVES = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'].flatMap((key) => [key, key]);
const FAR = ['Control+ArrowLeft', 'Control+ArrowRight', 'Control+Home', 'Control+End', 'Control+End'];
/** The caret goes elsewhere, the text stays; where to is read afterwards. */
const unchanged: Part = (guesses) => [...guesses];

function count(random: Random, most: number): number {
  return 1 + Math.floor(random() * most);
}

const type = (words: string): Edit => ({
  name: `type “${words}”`,
  act: (page) => page.keyboard.type(words),
  parts: [...words].map((letter) => (guesses) => write(guesses, letter)),
});

const press = (key: string, times: number, part?: Part): Edit => ({
  name: times > 1 ? `press ${key} ${times} times` : `press ${key}`,
  async act(page) {
    for (let done = 0; done < times; done++) await page.keyboard.press(key);
  },
  ...(part && { parts: Array.from({ length: times }, () => part) }),
});

/** At once, as an input method or a picker writes it. */
const insert = (words: string): Edit => ({
  name: `insert “${words}”`,
  act: (page) => page.keyboard.insertText(words),
  parts: [(guesses) => write(guesses, words)],
});

const paste = (words: string): Edit => ({
  name: `paste “${words}”`,
  async act(page) {
    await page.evaluate((text) => navigator.clipboard.writeText(text), words);
    await page.keyboard.press('ControlOrMeta+v');
  },
  parts: [(guesses) => write(guesses, words)],
});

const leave: Edit = {
  name: 'leave the box and come back',
  async act(page) {
    await page.evaluate(() => {
      const box = document.activeElement as HTMLElement;
      box.blur();
      box.focus();
    });
  },
  parts: [unchanged],
};

/** Kinds of edits by how often they come. */
const EDITS: [number, (random: Random) => Edit][] = [
  [10, (random) => type(Array.from({ length: count(random, 4) }, () => pick(random, [...LETTERS])).join(''))],
  [14, (random) => type(`${pick(random, [' ', ' ', '. ', ''])}${pick(random, PHRASES)}`)],
  [4, (random) => insert(pick(random, AWKWARD))],
  [4, (random) => paste(pick(random, PASTED))],
  [9, (random) => press('Backspace', count(random, 5), (guesses) => erase(guesses, -1))],
  [4, (random) => press('Delete', count(random, 3), (guesses) => erase(guesses, 1))],
  [3, () => press('ControlOrMeta+Backspace', 1, (guesses) => eraseWord(guesses, -1))],
  [2, () => press('ControlOrMeta+Delete', 1, (guesses) => eraseWord(guesses, 1))],
  [4, () => press('Enter', 1, (guesses) => write(guesses, '\n'))],
  [10, (random) => press(pick(random, [...MOVES, ...FAR]), count(random, 6), unchanged)],
  [7, (random) => press(`Shift+${pick(random, [...MOVES, ...FAR.slice(0, 2)])}`, count(random, 6), unchanged)],
  [2, () => press('ControlOrMeta+b', 1, unchanged)],
  [
    1,
    () =>
      press('ControlOrMeta+x', 1, (guesses) =>
        guesses.flatMap((one) => (one.from < one.to ? write([one], '') : [one])),
      ),
  ],
  [1, () => leave],
];

const UNDO: [number, (random: Random) => Edit][] = [
  [5, (random) => press('ControlOrMeta+z', count(random, 2))],
  [3, () => press('ControlOrMeta+Shift+z', 1)],
];

const COMMANDS: [number, CommandName][] = [
  [9, 'apply'],
  [2, 'apply twice'],
  [4, 'take back'],
  [4, 'undo an apply'],
  [2, 'show'],
  [1, 'open'],
  [1, 'ignore'],
];

/** What an agent may do without CanDo. */
export const createEdit = (random: Random, canUndo: boolean): Edit =>
  draw(random, canUndo ? [...EDITS, ...UNDO] : EDITS);

/** What an agent may do next. */
export const createStep = (random: Random): Step =>
  draw<Step>(random, [
    ...EDITS,
    ...UNDO,
    ...COMMANDS.map(([weight, command]) => [weight, () => ({ name: command, command })] as [number, () => Command]),
  ]);

/** How a round begins, so that each has a rewrite in it. */
export const OPENING: readonly Step[] = [
  type("We can't refund you until Monday."),
  { name: 'apply', command: 'apply' },
];

/** All of the draft is selected and deleted, for it has become long. */
export const CLEAR: Edit = {
  name: 'select all and delete',
  async act(page) {
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Backspace');
  },
  parts: [() => [{ text: '', from: 0, to: 0 }]],
};

function draw<Kind extends Step>(random: Random, kinds: readonly [number, (random: Random) => Kind][]): Kind {
  let left = random() * kinds.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, create] of kinds) {
    left -= weight;
    if (left < 0) return create(random);
  }
  throw new Error('No kind of step was drawn.');
}

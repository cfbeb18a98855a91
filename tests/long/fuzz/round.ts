import { createRandom } from '../../bench/replies.ts';
import { commands } from './commands.ts';
import { see } from './seen.ts';
import { edit, type Session } from './session.ts';
import { CLEAR, type Random, type Step } from './steps.ts';

/** A longer draft, in UTF-16 units or lines, is cleared: its marks would no longer be all on the screen. */
const LONGEST = { text: 700, lines: 9 };
/** Every so many steps the agent pauses, and all that waits for it must be marked. */
const PAUSES = 8;
/** Steps that a report shows. */
const REPORTED = 12;

export interface RoundOptions {
  seed: number;
  steps: number;
  /** The next step. */
  choose(random: Random): Step;
  /** What else must hold after a step. */
  after?(step: Step): Promise<void>;
}

/** Random steps in one draft, each of them checked. Returns how many rewrites were applied. */
export async function runRound(session: Session, { seed, steps, choose, after }: RoundOptions): Promise<number> {
  const random = createRandom(seed);
  const done: string[] = [];
  let applied = 0;
  for (let number = 1; number <= steps; number++) {
    const step = isLong(session) ? CLEAR : choose(random);
    done.push(`${number}. ${step.name}`);
    const before = session.now;
    try {
      await breathe(session);
      applied += await take(session, step, number % PAUSES === 0);
      await after?.(step);
    } catch (error) {
      const tail = done.slice(-REPORTED).join('\n');
      const now = await see(session.page);
      throw new Error(
        `Seed ${seed}, step ${number}: ${(error as Error).message}\n\nThe last steps:\n${tail}\n\n` +
          `Before it ${show(before)}\nNow ${show(now)}\nSaid: ${now.said.slice(before.said.length).join(' | ')}`,
      );
    }
  }
  return applied;
}

async function take(session: Session, step: Step, isExact: boolean): Promise<number> {
  if ('command' in step) return commands[step.command](session);
  await edit(session, step, isExact);
  return 0;
}

/**
 * Nobody moves the caret and presses another key in the same frame. The browser tells of a moved caret with the next one: an editor with
 * a selection of its own, such as Lexical, would write where the caret was before, with CanDo or without.
 */
async function breathe({ page }: Session): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
}

function isLong({ now: { text } }: Session): boolean {
  return text.length > LONGEST.text || text.split('\n').length > LONGEST.lines;
}

function show({ text, anchor, focus }: Session['now']): string {
  return `(caret ${anchor} to ${focus}): ${JSON.stringify(text)}`;
}

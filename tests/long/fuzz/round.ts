import type { Page } from 'playwright-core';
import { createRandom } from '../../bench/replies.ts';
import { commands } from './commands.ts';
import type { createFreshCheck } from './fresh-check.ts';
import { see } from './seen.ts';
import { createSession, edit, type Session } from './session.ts';
import { CLEAR, createStep, type Step } from './steps.ts';

/** A longer draft, in UTF-16 units or lines, is cleared: its marks would no longer be all on the screen. */
const LONGEST = { text: 700, lines: 9 };
/** Every so many steps the agent pauses, and all that waits for it must be marked. */
const PAUSES = 8;
/** Steps that a report shows. */
const REPORTED = 12;

/** Random steps on one page, each of them checked. Returns how many rewrites were applied. */
export async function runRound(
  page: Page,
  fresh: ReturnType<typeof createFreshCheck>,
  { seed, steps }: { seed: number; steps: number },
): Promise<number> {
  const random = createRandom(seed);
  const session = await createSession(page, fresh);
  const done: string[] = [];
  let applied = 0;
  for (let number = 1; number <= steps; number++) {
    const step = isLong(session) ? CLEAR : createStep(random);
    done.push(`${number}. ${step.name}`);
    const before = session.now;
    try {
      applied += await take(session, step, number % PAUSES === 0);
    } catch (error) {
      const tail = done.slice(-REPORTED).join('\n');
      const now = await see(page);
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

function isLong({ now: { text } }: Session): boolean {
  return text.length > LONGEST.text || text.split('\n').length > LONGEST.lines;
}

function show({ text, anchor, focus }: Session['now']): string {
  return `(caret ${anchor} to ${focus}): ${JSON.stringify(text)}`;
}

import type { Page } from 'playwright-core';
import type { createFreshCheck, Rewritten } from './fresh-check.ts';
import { toKey } from './fresh-check.ts';
import { placeCaret, write } from './guess.ts';
import { type Seen, see } from './seen.ts';
import type { Edit } from './steps.ts';

/** Milliseconds until what is seen must be right: the pause after typing, and a machine that is busy. */
const PATIENCE = 8_000;
/** Milliseconds between two looks. */
const BREATH = 15;

/** A draft that is put to the test: what it may read, and what must be marked in it. */
export interface Session {
  readonly page: Page;
  readonly fresh: ReturnType<typeof createFreshCheck>;
  /** What was seen last. */
  now: Seen;
  /** All texts that stood in the draft. */
  readonly stood: Set<string>;
  /** Wordings that were ignored, in small letters, and how many of these marks were slight. */
  readonly ignored: Set<string>;
  passed: number;
  /** The last rewrite, and the draft before it; undefined once it was taken back. */
  applied: (Rewritten & { draft: string }) | undefined;
  /** Every rewrite so far. */
  readonly rewritten: Rewritten[];
}

export async function createSession(page: Page, fresh: Session['fresh']): Promise<Session> {
  const now = await see(page);
  return {
    page,
    fresh,
    now,
    stood: new Set([now.text]),
    ignored: new Set(),
    passed: 0,
    applied: undefined,
    rewritten: [],
  };
}

/** Does an edit; the draft must read as one of the guesses, and what is marked must be what a fresh check finds. */
export async function edit(session: Session, { act, parts }: Edit, isExact: boolean): Promise<void> {
  const { page, now, stood } = session;
  let guesses = placeCaret(now.text, now);
  // Typing over a selection may take it away first.
  for (const { text } of write(guesses, '')) if (parts) stood.add(text);
  for (const part of parts ?? []) {
    for (const { text } of guesses) stood.add(text);
    guesses = part(guesses);
  }
  await act(page);
  const allowed = parts ? new Set(guesses.map(({ text }) => text)) : stood;
  await settle(session, allowed, isExact);
}

/**
 * Waits until the draft reads as allowed, the page as the editor's model, and the marks are those of a fresh check.
 * @param isExact also what waits for the agent's pause
 * @throws {Error} that says what is wrong, when it does not come to be so
 */
export async function settle(session: Session, allowed: ReadonlySet<string>, isExact = false): Promise<void> {
  const fault = await poll(session, (seen) => findFault(session, seen, allowed, isExact));
  if (fault) throw new Error(fault);
  session.stood.add(session.now.text);
}

/** Looks until nothing is wrong. Returns what is still wrong when time is up. */
export async function poll(
  session: Session,
  look: (seen: Seen) => string | undefined,
  patience = PATIENCE,
): Promise<string | undefined> {
  const end = Date.now() + patience;
  for (;;) {
    session.now = await see(session.page);
    const fault = look(session.now);
    if (!fault || Date.now() > end) return fault;
    await new Promise((resolve) => setTimeout(resolve, BREATH));
  }
}

function findFault(session: Session, seen: Seen, allowed: ReadonlySet<string>, isExact: boolean): string | undefined {
  const { text, shown, marks } = seen;
  if (!allowed.has(text)) return `The draft reads\n${text}\nand may read\n${[...allowed].slice(0, 5).join('\nor\n')}`;
  if (shown !== text.replaceAll('\n', '')) return `The page shows\n${shown}\nand the editor holds\n${text}`;
  const fresh = session.fresh.check(text, session.ignored, session.passed);
  const right = isExact ? fresh.settled : fresh.passing;
  if (right.has(toKey(marks))) return undefined;
  return `Marked is\n${toKey(marks)}\nand a fresh check marks\n${[...right].slice(0, 5).join('\nor\n')}\nin\n${text}`;
}

import type { Block, Caret } from '../editors/editor.ts';
import type { Rewrite } from '../engine/types.ts';
import type { Site } from '../sites/site.ts';
import { joinReplaced, type RuleMeasure } from '../stats/counts.ts';
import type { PageFlag } from './check.ts';
import type { Coach } from './coach.ts';
import { createReplyLife, EMPTIED, type Outcome } from './reply-life.ts';
import { watchSending } from './sending.ts';
import { findAllAgain, findHost, isUndone, overlaps, type Sighting } from './sightings.ts';
import { createTimer } from './timer.ts';

/** Milliseconds that a flag stands before it counts, unless the caret leaves its sentence sooner. */
const STANDING = 2_000;
/** Milliseconds that a flag is away before it counts as mended: words are cut and pasted, and rules asked anew. */
const MENDED = 5_000;
/** Characters beside a rewrite by which it is known again. */
const BESIDE = 9;
/** Milliseconds from one look at what waits to the next. */
const STEP = 500;

export interface HabitsOptions {
  element: HTMLElement;
  site: Site;
  coach: Coach;
  signal: AbortSignal;
  getBlocks(): readonly Block[];
  isIgnored(flag: PageFlag): boolean;
  /** Looks at the draft: a page that empties its box tells nobody. */
  look(): unknown;
}

/** What a look at the draft has found. */
export interface Look {
  /** The agent's own paragraphs. */
  draft: readonly Block[];
  flags: readonly PageFlag[];
  /** The same with those that are left out, for the draft has enough of them. */
  all: readonly PageFlag[];
  caret: Caret | undefined;
  /** Nothing is marked. */
  isSilent: boolean;
  /** Colleagues alone read it: nothing is counted. */
  isInternal: boolean;
}

/**
 * Counts what becomes of flags and drafts in a reply box; see `lib/stats/counts.ts`. Numbers under ids alone go out, never a word of
 * the draft.
 */
export function createHabits({ element, site, coach, signal, getBlocks, isIgnored, look }: HabitsOptions) {
  const desk = site.id === 'anywhere' ? 'other' : site.id;
  const life = createReplyLife(getBlocks, site.sendKeys);
  let open: Sighting[] = [];
  let rewritten: Sighting[] = [];
  let seen: readonly PageFlag[] = [];
  let isSilent = false;
  let isInternal = false;
  let removedAt = 0;
  const timer = createTimer(STEP, signal, settle);
  const waiting = createTimer(STEP / 2, signal, () => {
    look();
    waitForEmpty();
  });
  // A little later: a timer may come a moment early.
  const emptied = createTimer(EMPTIED + 50, signal, look);
  watchSending(element, site, signal, () => {
    life.press();
    waitForEmpty();
  });
  element.ownerDocument.defaultView?.addEventListener('pagehide', () => leave(true), { signal });

  function waitForEmpty(): void {
    if (life.isSending()) waiting.start();
  }

  function add(sighting: Sighting, measure: RuleMeasure): void {
    coach.tally?.add({ desk, rules: { [sighting.rule]: { [measure]: 1 } } });
  }

  function count(sighting: Sighting): void {
    if (!sighting.isCounted) add(sighting, 'flagged');
    sighting.isCounted = true;
  }

  /** One that has not stood long enough leaves no trace. */
  function end(sighting: Sighting, measure: RuleMeasure): void {
    open = open.filter((one) => one !== sighting);
    if (sighting.isCounted) add(sighting, measure);
  }

  function see(flag: PageFlag): Sighting {
    const rule = `${flag.ruleId}@${coach.getVersion(flag.category)}`;
    const seen = { flag, place: flag, rule, since: performance.now(), goneAt: 0, isCounted: false, isOpened: false };
    open.push(seen);
    return seen;
  }

  /** Somebody does something with a flag: it counts. */
  function touch(flag: PageFlag): Sighting | undefined {
    if (!coach.tally || isInternal || flag.ruleId === 'blank') return undefined;
    const same = open.filter(({ flag: { ruleId, wording } }) => ruleId === flag.ruleId && wording === flag.wording);
    const sighting = same.find((one) => one.flag.key === flag.key) ?? same[0] ?? see(flag);
    count(sighting);
    return sighting;
  }

  function follow({ draft, flags, all, caret }: Look): void {
    const known = all.flatMap((flag) => [flag, ...flag.covered]);
    const found = findAllAgain(open, known);
    const shown = new Set(flags);
    for (const sighting of open) {
      const now = found.get(sighting);
      // Another one took its place before it had stood: nobody was left to see it.
      if (now && !sighting.isCounted && !shown.has(now)) open = open.filter((one) => one !== sighting);
      else if (now) {
        Object.assign(sighting, { flag: now, place: now, goneAt: 0 });
        delete sighting.rewrite;
        if (!isIn(caret, now)) count(sighting);
      } else miss(sighting, draft, all);
    }
    const taken = new Set(found.values());
    for (const flag of flags) {
      if (taken.has(flag) || flag.ruleId === 'blank') continue;
      const undone = rewritten.find((one) => isUndone(one, flag));
      if (!undone) {
        see(flag);
        continue;
      }
      rewritten = rewritten.filter((one) => one !== undone);
      delete undone.rewrite;
      delete undone.replaced;
      open.push(Object.assign(undone, { flag, place: flag, goneAt: 0 }));
      add(undone, 'undone');
    }
    settle();
  }

  function miss(sighting: Sighting, draft: readonly Block[], all: readonly PageFlag[]): void {
    const { flag, rewrite, isCounted } = sighting;
    if (!isCounted) open = open.filter((one) => one !== sighting);
    else if (!coach.isSpeaking(flag.ruleId)) end(sighting, 'switchedOff');
    else if (isIgnored(flag)) end(sighting, 'ignored');
    else if (rewrite) putAside(sighting);
    // What the rule looks at has changed elsewhere: its words stand.
    else if (draft.some(({ text }) => text === flag.block.text)) return;
    else {
      const host = findHost(sighting, all);
      if (host) Object.assign(sighting, { place: host, goneAt: 0 });
      else sighting.goneAt ||= performance.now();
    }
  }

  function putAside(sighting: Sighting): void {
    end(sighting, 'rewritten');
    if (sighting.isCounted) rewritten.push(sighting);
  }

  function getMending({ isOpened }: Sighting): RuleMeasure {
    return isOpened ? 'reworded' : 'mended';
  }

  /** Counts what has stood, or was away, for long enough. */
  function settle(): void {
    const now = performance.now();
    for (const sighting of open) {
      const { goneAt, since } = sighting;
      if (goneAt === 0 && now - since >= STANDING && !isSilent) count(sighting);
      if (goneAt > 0 && now - goneAt >= MENDED && !life.isPaused()) end(sighting, getMending(sighting));
    }
    if (!isSilent && open.some(isWaiting)) timer.start();
  }

  function finish({ how, totals, lines }: Outcome): void {
    for (const sighting of open) {
      const { goneAt, flag } = sighting;
      const isSent = how === 'sent' && !isInternal;
      if (goneAt > 0 && (isSent ? !lines.some((line) => line.includes(flag.wording)) : how === 'left'))
        end(sighting, getMending(sighting));
      else {
        if (isSent) count(sighting);
        end(sighting, isSent ? 'sent' : 'dropped');
      }
    }
    // Not before: until then it may be undone.
    for (const { rule, replaced } of rewritten)
      if (replaced) coach.tally?.add({ desk, replaced: { [rule]: { [replaced]: 1 } } });
    rewritten = [];
    if (isSilent || isInternal || Object.keys(totals).length === 0) return;
    const packs = Object.fromEntries(coach.listSpeaking().map((pack) => [pack, totals]));
    coach.tally?.add({ desk, totals, packs });
    if (how === 'sent') coach.tally?.flush();
  }

  function leave(isLast = false): void {
    finish(life.end(removedAt || performance.now()));
    if (isLast) coach.tally?.flush(true);
  }

  return {
    look(look: Look): void {
      const wasPaused = life.isPaused();
      const outcome = life.look(look.draft);
      if (life.isPaused() && !wasPaused) emptied.start();
      removedAt = 0;
      if (!coach.tally) {
        open = [];
        rewritten = [];
        life.begin();
        return;
      }
      // It ended as what it was until now: a desk turns back to the customer once a note is written.
      if (outcome) finish(outcome);
      isSilent = look.isSilent;
      isInternal = look.isInternal;
      if (!isSilent && !isInternal && (look.flags !== seen || open.some(isWaiting))) follow(look);
      seen = look.flags;
    },
    key(event: KeyboardEvent): void {
      life.key(event);
      waitForEmpty();
    },
    /** The box was taken off the page; it may come back. */
    remove(): void {
      removedAt ||= performance.now();
    },
    /** The box is gone for good. */
    end: () => leave(),
    /** The card of a flag is open. */
    open(flag: PageFlag): void {
      touch(flag);
      for (const one of open) if (one.place.key === flag.key) one.isOpened = true;
    },
    /** The agent lets a flag go. */
    pass(flag: PageFlag, how: 'ignored' | 'switchedOff'): void {
      const sighting = touch(flag);
      if (sighting) end(sighting, how);
    },
    /** A rewrite stands in the place of a flag, and of others that it went over. */
    rewrite(flag: PageFlag, { span, text, template }: Rewrite): void {
      const sighting = touch(flag);
      if (!sighting) return;
      const { text: old } = flag.block;
      const { start, end: stop } = span;
      const after = old.slice(Math.max(0, start - BESIDE), start) + text + old.slice(stop, stop + BESIDE);
      const words = { before: old.slice(start, stop), after };
      for (const one of open)
        if (one.place.block.id === flag.block.id && overlaps(one.place, { span })) one.rewrite = words;
      sighting.rewrite = words;
      putAside(sighting);
      const phrase = flag.phrase ?? flag.ruleId.slice(flag.category.length + 1);
      if (template !== undefined) sighting.replaced = joinReplaced(phrase, template);
    },
  };
}

export type Habits = ReturnType<typeof createHabits>;

function isWaiting({ isCounted, goneAt }: Sighting): boolean {
  return !isCounted || goneAt > 0;
}

function isIn(caret: Caret | undefined, { block, sentence }: PageFlag): boolean {
  return caret?.block.id === block.id && caret.offset >= sentence.start && caret.offset <= sentence.end;
}

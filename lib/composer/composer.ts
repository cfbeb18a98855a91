import type { Editor } from '../editors/editor.ts';
import { createEditor } from '../editors/index.ts';
import { mergeFindings } from '../engine/merge.ts';
import { isSlight } from '../engine/shown.ts';
import type { Site } from '../sites/site.ts';
import { createAnnouncer } from './announce.ts';
import { createAsking } from './asking.ts';
import { watchAway } from './away.ts';
import { createCheck, type PageFlag } from './check.ts';
import { createChip } from './chip.ts';
import type { Coach } from './coach.ts';
import { createCommands } from './commands.ts';
import { watchComposing } from './composing.ts';
import { toMarks } from './dot.ts';
import { createDraftLife } from './draft-life.ts';
import type { ReportedDraft } from './draft-report.ts';
import { createHabits } from './habits.ts';
import { watchLock } from './locked.ts';
import { watchPointer } from './pointer.ts';
import { createSituation } from './situation.ts';
import { createTimer } from './timer.ts';
import { tune } from './voices.ts';

/** Milliseconds without a key after which a finding that words to come could clear is shown. */
const PAUSE = 600;

/** Milliseconds from a change of settings to the look at a draft in a tab that is not seen. */
const UNSEEN = 50;

/** Characters of a paragraph that is looked at. One that is longer was pasted, and would make each key in it late. */
const LONGEST = 10_000;

/** A reply box that is coached. It lives as long as its element is on the page. */
export interface Composer {
  readonly element: HTMLElement;
  /** What the popup may know and do. */
  readonly draft: ReportedDraft;
  focus(): void;
  /** Another reply box has got the focus. */
  leave(): void;
  key(event: KeyboardEvent): void;
  /** Settings have changed. */
  refresh(): void;
  dispose(): void;
}

/** Coaches one editor: reads it when it changes, checks what changed, marks it, and serves the keys. */
export function createComposer(
  element: HTMLElement,
  site: Site,
  coach: Coach,
  onEnd: () => void,
): Composer | undefined {
  const life = new AbortController();
  const { signal } = life;
  const { bridge, grammar } = coach;
  const found: Editor | undefined = createEditor(element, {
    signal,
    excluded: site.excluded ?? [],
    onChange: () => change(),
  });
  if (!found) return undefined;
  const editor = found;

  const situation = createSituation(site, element, coach);
  let flags: readonly PageFlag[] = [];
  let frame = 0;
  let isStale = true;
  let hasPaused = true;
  let lastKey = 0;
  let lastAsked = 0;
  /** What is ignored in this draft, and whether it was a mark of the slightest kind. */
  const here = new Map<string, boolean>();
  // Sent or thrown away: the next reply in this box is another one.
  const draftLife = createDraftLife(() => here.clear());
  let hasChanged = false;
  let unshown = 0;

  const isIgnored = (flag: PageFlag) => here.has(getHereKey(flag)) || coach.isIgnored(flag);
  const check = createCheck({
    scan: (text) =>
      situation.isSilent || text.length > LONGEST
        ? { findings: [], unsure: [] }
        : coach.scanner.scan(text, situation.context),
    findPatterns: (passage) =>
      grammar.find(passage, situation.context)?.filter(({ ruleId }) => !coach.voices.off.has(ruleId)),
    merge: (phrases, patterns) => tune(mergeFindings(phrases, patterns, coach.rules), coach.voices),
    isIgnored,
    countPassed: () => [...here.values()].filter(Boolean).length,
  });
  const getBlocks = () => editor.blocks();
  const habits = createHabits({ element, site, coach, signal, getBlocks, isIgnored, look: () => schedule() });
  const chip = createChip(editor, coach.look, signal, () => {
    // One may be writing in another box: the keys go with the card.
    if (!isFocused()) element.focus({ preventScroll: true });
    if (flags[0]) commands.open(flags[0], 'click');
  });
  const announce = createAnnouncer(chip.say, signal);
  const commands = createCommands({
    editor,
    coach,
    habits,
    signal,
    say: chip.say,
    getFlags: () => flags,
    getContext: () => situation.context,
    getCaret,
    getQuiet,
    update: () => update(),
    untilComposed: () => composing.untilEnd(),
    isGone: () => bridge.isOrphaned(),
    finish,
    ignoreHere(flag, withCovered) {
      here.set(getHereKey(flag), isSlight(flag));
      if (withCovered) for (const other of flag.covered) here.set(getHereKey(other), false);
      refresh();
    },
    // One that the team has locked does not step down, and a dot is not the rule's own voice.
    countIgnored: async ({ ruleId, severity, isFaded }) =>
      !isFaded && !coach.isLocked(ruleId) && draftLife.ignore(ruleId, severity),
  });
  watchPointer(
    {
      editor,
      card: commands.card.host,
      getFlags: () => flags,
      getQuiet,
      onOpen: (flag, how) => (how === 'click' || coach.settings.appearance.hover) && commands.open(flag, how),
      onLeave: commands.leave,
      onMiss: commands.close,
    },
    signal,
  );

  /** Milliseconds since the last change; none while an input method composes. */
  function getQuiet(): number {
    return composing.isOn() ? 0 : performance.now() - lastKey;
  }

  /** The caret, while the editor has it. */
  function getCaret() {
    return isFocused() ? editor.caret() : undefined;
  }

  function isFocused(): boolean {
    return (element.getRootNode() as Document | ShadowRoot).activeElement === element;
  }

  /** The editor says that its text may have changed. */
  function change(): void {
    lastKey = performance.now();
    hasChanged = true;
    hasPaused = false;
    pauseTimer.start();
    if (composing.isOn()) {
      editor.marks.hold();
      return;
    }
    commands.change();
    schedule();
  }

  /** In the frame that the change is drawn in. A tab that is not looked at draws none, and is still counted at the toolbar. */
  function schedule(): void {
    if (element.ownerDocument.hidden) unseenTimer.start();
    else if (frame === 0 && !signal.aborted) frame = requestAnimationFrame(() => update());
  }

  /** @param slice milliseconds for it; the check's own measure if not told */
  function update(slice?: number): void {
    cancelAnimationFrame(frame);
    frame = 0;
    if (signal.aborted || composing.isOn()) return;
    if (isOrphaned()) dispose();
    else if (!element.isConnected || lock.isOn()) clear();
    else look(slice);
  }

  /** Asked once a second: the answer comes from outside the page. */
  function isOrphaned(): boolean {
    if (performance.now() - lastAsked < 1_000) return false;
    lastAsked = performance.now();
    return bridge.isOrphaned();
  }

  function look(slice?: number): void {
    if (situation.look()) isStale = true;
    const blocks = editor.blocks();
    draftLife.look(
      blocks.every(({ text }) => text.trim() === ''),
      hasChanged,
    );
    const caret = getCaret();
    const result = check.update(blocks, caret, hasPaused, isStale, slice);
    isStale = false;
    editor.marks.draw(blocks, toMarks(result.repaint));
    if (result.flags !== flags || result.unshown !== unshown) {
      flags = result.flags;
      unshown = result.unshown;
      commands.follow(flags);
      announce(flags);
      chip.show(coach.settings.appearance.chip ? flags : []);
      coach.tell(composer);
    }
    const all = unshown > 0 ? check.listAll() : flags;
    const { isSilent } = situation;
    const isInternal = situation.context.reader === 'internal';
    habits.look({ draft: result.draft, flags, all, caret, isSilent, isInternal });
    hasChanged = false;
    if (result.isPartial) setTimeout(schedule);
    asking.soon();
  }

  /** Checks all that was typed, at once, for a key that depends on it. A promise where the grammar host must be heard first. */
  function finish(): Promise<void> | undefined {
    composing.end();
    lookThrough();
    return asking.now()?.then(lookThrough);
  }

  function lookThrough(): void {
    update(Number.POSITIVE_INFINITY);
    // Who asks while nothing is shown has no more words to come.
    if (flags.length > 0 || !check.isWaiting()) return;
    hasPaused = true;
    update(Number.POSITIVE_INFINITY);
  }

  function clear(): void {
    flags = [];
    unshown = 0;
    isStale = true;
    editor.marks.draw([], new Map());
    chip.show([]);
    commands.close();
  }

  function refresh(): void {
    isStale = true;
    chip.redraw();
    schedule();
  }

  const pauseTimer = createTimer(PAUSE, signal, () => {
    hasPaused = true;
    update();
  });
  const unseenTimer = createTimer(UNSEEN, signal, () => update());
  const asking = createAsking(grammar, signal, refresh);
  const composing = watchComposing(element, signal, {
    start: commands.yieldCaret,
    end() {
      commands.change();
      refresh();
    },
  });

  // A finding that waits for the sentence to go on need not wait once the caret has left it.
  element.ownerDocument.addEventListener('selectionchange', () => check.isWaiting() && schedule(), { signal });
  // The desk's switch between reply and note: with a mouse the box loses the focus long before the switch changes.
  element.ownerDocument.addEventListener('click', schedule, { signal, capture: true, passive: true });
  element.addEventListener(
    'blur',
    () => {
      schedule();
      // Where the focus goes is known after the event.
      setTimeout(() => isFocused() || commands.card.hasFocus() || commands.close());
    },
    { signal },
  );
  bridge.signal.addEventListener('abort', dispose, { signal });

  const remove = () => {
    habits.remove();
    clear();
  };
  watchAway(element, signal, remove, dispose);
  const lock = watchLock(element, signal, refresh);

  function dispose(): void {
    if (signal.aborted) return;
    habits.end();
    clear();
    cancelAnimationFrame(frame);
    life.abort();
    onEnd();
  }

  const composer: Composer = {
    element,
    draft: { ...commands.draft, getFlags: () => flags, countUnshown: () => unshown },
    focus() {
      situation.focus();
      refresh();
    },
    leave: commands.close,
    // Silent here: the keys are the page's own.
    key(event) {
      const isDown = event.type === 'keydown';
      // What follows on a key's going down matters to the card alone.
      if (!isDown && !commands.card.hasFocus()) return;
      const isOurs = isDown && isFocused();
      if (isOurs) composing.note(event);
      if (!coach.isSilent) commands.key(event);
      if (isOurs && !event.defaultPrevented) habits.key(event);
    },
    refresh,
    dispose,
  };
  return composer;
}

/** This occurrence in this draft: the paragraph, the rule, the wording and which of them it is. */
function getHereKey(flag: PageFlag): string {
  return `${flag.key} ${flag.wording.toLowerCase()}`;
}

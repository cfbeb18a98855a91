import { i18n } from '#i18n';
import { connectClock, now } from '../clock.ts';
import type { FrameReport, SteppedReport } from '../draft-link.ts';
import { fillMessage } from '../engine/message.ts';
import type { CompiledPack, CompiledRule } from '../engine/pack.ts';
import { createScanner, type Scanner } from '../engine/scanner.ts';
import { loadSettings, watchSettings } from '../storage/index.ts';
import { defaults, getPhrase, isSilent, type Settings } from '../storage/settings.ts';
import { getVariety } from '../storage/variety.ts';
import { createBadge } from './badge.ts';
import type { Bridge } from './bridge.ts';
import { nameCovered, type PageFlag } from './check.ts';
import { type Composer, createComposer } from './composer.ts';
import { serveDraft } from './draft-report.ts';
import { createGrammar, type Grammar } from './grammar.ts';
import { sayGone } from './orphan.ts';
import type { Look } from './view.ts';
import { chooseVoices, type Voices } from './voices.ts';

/** Sentences that take the scanner through most of its ways. */
const WARMING = [
  "We can't do that until Monday.",
  "It isn't our policy (see [by when]).",
  'Unfortunately, they will not.',
];

/** The longest that a timer can wait, in milliseconds. */
const LONGEST = 2 ** 31 - 1;

/** What all reply boxes of a page share. */
export interface Coach {
  readonly bridge: Bridge;
  readonly look: Look;
  readonly grammar: Grammar;
  readonly rules: ReadonlyMap<string, CompiledRule>;
  readonly categories: ReadonlyMap<string, string>;
  readonly scanner: Scanner;
  readonly settings: Settings;
  readonly voices: Voices;
  /** Switched off on this site, or snoozed, or a path of the desk where no replies are written. */
  readonly isSilent: boolean;
  /** Whether this wording is never to be flagged by this rule. */
  isIgnored(flag: PageFlag): boolean;
  /** A reply box has other flags than before. */
  tell(composer: Composer): void;
}

/** Takes over the page's reply boxes from the small script. `host` is the one whose setting decides here. */
export function connectCoach(bridge: Bridge, packs: readonly CompiledPack[], look: Look, host: string): void {
  const { signal } = bridge;
  let settings: Settings = { ...defaults };
  let scanner: Scanner | undefined;
  let voices: Voices = { off: new Set(), severities: {} };
  let ignored: ReadonlySet<string> = new Set();
  let snooze: ReturnType<typeof setTimeout> | undefined;
  const composers = new WeakMap<HTMLElement, Composer>();
  const living = new Set<Composer>();
  let active: Composer | undefined;
  /** When the last reply box got the focus. */
  let focusedAt = 0;
  const popups = new Set<() => void>();

  const badge = createBadge(signal);
  const grammar = createGrammar(() => getVariety(settings.variety));
  const rules = packs.flatMap((pack) => pack.rules);
  const coach: Coach = {
    bridge,
    look,
    grammar,
    rules: new Map(rules.map((rule) => [rule.id, rule])),
    categories: new Map(packs.map((pack) => [pack.id, pack.name])),
    get scanner() {
      if (scanner) return scanner;
      const variety = getVariety(settings.variety);
      scanner = createScanner(packs, { off: voices.off, ...(variety && { variety }) });
      return scanner;
    },
    get settings() {
      return settings;
    },
    get voices() {
      return voices;
    },
    get isSilent() {
      return isSilent(settings, host, now()) || bridge.getSites().length === 0;
    },
    isIgnored: ({ ruleId, wording }) => ignored.size > 0 && ignored.has(`${ruleId} ${getPhrase(wording)}`),
    tell(composer) {
      if (composer === active) badge.show(composer.draft.getFlags());
      for (const schedule of popups) schedule();
    },
  };

  const take = (next: Settings) => {
    const isOther = next.variety !== settings.variety || String(next.off) !== String(settings.off);
    // How loud rules speak is settled behind the scanner, which costs a moment to make anew.
    const isTuned =
      JSON.stringify([next.severities, next.steppedDown]) !==
      JSON.stringify([settings.severities, settings.steppedDown]);
    settings = next;
    look.theme = next.appearance.theme;
    ignored = new Set(next.ignored.map(({ ruleId, phrase }) => `${ruleId} ${phrase}`));
    if (isOther || isTuned) voices = chooseVoices(rules, next);
    if (isOther) scanner = undefined;
    wake();
    refresh();
  };

  /** Looks again when the snooze ends. */
  function wake(): void {
    clearTimeout(snooze);
    const left = settings.snoozedUntil - now();
    if (left > 0) snooze = setTimeout(() => (left > LONGEST ? wake() : refresh()), Math.min(left, LONGEST));
  }
  signal.addEventListener('abort', () => clearTimeout(snooze), { once: true });

  function refresh(): void {
    for (const composer of living) composer.refresh();
    for (const schedule of popups) schedule();
  }

  /** In tasks of their own: the page draws and takes keys in between. */
  async function prepare(): Promise<void> {
    // Storage that cannot be read leaves the defaults; the popup and the options say so.
    take((await loadSettings().catch(() => ({ settings }))).settings);
    await nextTask();
    while (coach.scanner.prepare()) await nextTask();
    // The first sentences cost as much as the next fifty.
    for (const sentence of WARMING) {
      coach.scanner.scan(sentence);
      await nextTask();
    }
  }

  function report(base: FrameReport): FrameReport {
    const isWriting = active?.element.isConnected === true;
    const isReply = isWriting && bridge.getSites().length > 0;
    const state = bridge.isUnreadable ? 'unsupported' : isReply ? 'writing' : base.state;
    return { ...base, focusedAt, state, stepped: listStepped() };
  }

  /** The rules that have stepped down and whose agent does not know it yet. */
  function listStepped(): SteppedReport[] {
    return Object.entries(settings.steppedDown).flatMap(([ruleId, { to, isTold }]) => {
      const rule = coach.rules.get(ruleId);
      return rule && !isTold ? [{ ruleId, to, message: fillMessage(rule.message) }] : [];
    });
  }

  function describe(flag: PageFlag) {
    const { key, ruleId, severity, wording } = flag;
    const rule = coach.rules.get(ruleId);
    return {
      key,
      ruleId,
      severity,
      phrase: wording,
      category: coach.categories.get(flag.category) ?? i18n.t('blank.category'),
      also: nameCovered(flag, coach.categories),
      message: rule ? fillMessage(rule.message, flag) : i18n.t('blank.message'),
      why: rule?.why ?? i18n.t('blank.why'),
      isBlank: rule === undefined,
    };
  }

  sayGone(signal, look);
  bridge.key = (event) => active?.key(event);
  bridge.connectPopup = (port, base) => {
    const schedule = serveDraft(port, {
      getBase: () => report(base),
      getDraft: () => (active?.element.isConnected ? active.draft : undefined),
      describe,
    });
    popups.add(schedule);
    port.onDisconnect.addListener(() => popups.delete(schedule));
  };
  const ready = prepare();
  bridge.attach = async (element, site) => {
    // What is ignored must not flash.
    await ready;
    if (signal.aborted) return;
    // Composers that the page has removed are let go when another gets the focus.
    for (const composer of living) if (!composer.element.isConnected) composer.dispose();
    const composer = composers.get(element) ?? add(element, site);
    focusedAt = now();
    bridge.isUnreadable = composer === undefined;
    if (active !== composer) active?.leave();
    active = composer;
    composer?.focus();
    badge.show(composer?.draft.getFlags() ?? []);
  };

  function add(element: HTMLElement, site: Parameters<NonNullable<Bridge['attach']>>[1]): Composer | undefined {
    const composer = createComposer(element, site, coach, () => {
      composers.delete(element);
      if (composer) living.delete(composer);
      if (active !== composer) return;
      active = undefined;
      badge.show([]);
      for (const schedule of popups) schedule();
    });
    if (composer) {
      composers.set(element, composer);
      living.add(composer);
    }
    return composer;
  }

  // A desk changes its path without loading a page. Where the browser does not tell, the next look at a draft finds it.
  (globalThis as { navigation?: EventTarget }).navigation?.addEventListener('currententrychange', refresh, { signal });
  watchSettings(({ settings: next }) => take(next), signal);
  connectClock(() => {
    wake();
    refresh();
  }, signal).catch(() => undefined);
  grammar.start().catch(() => undefined);
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

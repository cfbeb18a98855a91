import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { connectClock, now } from '../clock.ts';
import type { FrameReport, SteppedReport } from '../draft-link.ts';
import { fillMessage } from '../engine/message.ts';
import type { CompiledPack, TeamPack } from '../engine/pack.ts';
import { joinVersion } from '../stats/counts.ts';
import { loadSettings, watchSettings } from '../storage/index.ts';
import { listFaded, loadMastered, type Mastered, watchMastered } from '../storage/mastered.ts';
import { type InstalledPack, listTeam, loadPacks, watchPacks } from '../storage/packs.ts';
import {
  isAllowed,
  isLocked,
  layPolicy,
  loadPolicy,
  noPolicy,
  type SettingsInForce,
  watchPolicy,
} from '../storage/policy.ts';
import { defaults, getPhrase, isSilent } from '../storage/settings.ts';
import { getVariety } from '../storage/variety.ts';
import { createBadge } from './badge.ts';
import type { Bridge } from './bridge.ts';
import { nameCovered, type PageFlag } from './check.ts';
import { type Composer, createComposer } from './composer.ts';
import { serveDraft } from './draft-report.ts';
import { createGrammar, type Grammar } from './grammar.ts';
import { sayGone } from './orphan.ts';
import { makeRulebook, NO_RULES, type Rulebook, warmUp } from './rulebook.ts';
import { createTally, type Tally } from './tally.ts';
import type { Look } from './view.ts';
import { chooseVoices, isSpeaking } from './voices.ts';

/** The longest that a timer can wait, in milliseconds. */
const LONGEST = 2 ** 31 - 1;

/** What all reply boxes of a page share. */
export interface Coach extends Rulebook {
  readonly bridge: Bridge;
  readonly look: Look;
  readonly grammar: Grammar;
  readonly settings: SettingsInForce;
  /** Switched off on this site, by the agent or the team, or snoozed, or a path of the desk where no replies are written. */
  readonly isSilent: boolean;
  /** What is counted here; undefined where nothing is. */
  readonly tally: Tally | undefined;
  /** Of a pack: the extension's own for those that come with it. */
  getVersion(pack: string): string;
  /** Whether a rule has a voice at all. */
  isSpeaking(ruleId: string): boolean;
  /** The packs that speak, as `pack@version`. */
  listSpeaking(): string[];
  /** Whether the team has locked this rule. */
  isLocked(ruleId: string): boolean;
  /** Whether this wording is never to be flagged by this rule. */
  isIgnored(flag: PageFlag): boolean;
  /** A reply box has other flags than before. */
  tell(composer: Composer): void;
}

/**
 * Takes over the page's reply boxes from the small script. `host` is the one whose setting decides here; `''` for a page of
 * CanDo's own, where the built-in packs speak alone.
 */
export function connectCoach(bridge: Bridge, builtIn: readonly CompiledPack[], look: Look, host: string): void {
  const { signal } = bridge;
  let own = { ...defaults };
  let policy = noPolicy;
  let mastered: Mastered = {};
  let faded: readonly string[] = [];
  let installed: readonly InstalledPack[] = [];
  let settings: SettingsInForce = layPolicy(own, policy);
  let team: readonly TeamPack[] = [];
  let book = NO_RULES;
  let isRenewDue = false;
  let renewing: Promise<void> | undefined;
  let ignored: ReadonlySet<string> = new Set();
  let snooze: ReturnType<typeof setTimeout> | undefined;
  const composers = new WeakMap<HTMLElement, Composer>();
  const living = new Set<Composer>();
  let active: Composer | undefined;
  /** When the last reply box got the focus. */
  let focusedAt = 0;
  const popups = new Set<() => void>();

  const badge = createBadge(signal);
  const { version } = browser.runtime.getManifest();
  const tally = createTally(signal);
  const isCounting = () => host !== '' && settings.counting;
  document.addEventListener('visibilitychange', () => document.hidden && tally.flush(), { signal });
  const grammar = createGrammar(() => getVariety(settings.variety));
  const coach: Coach = {
    bridge,
    look,
    grammar,
    get rules() {
      return book.rules;
    },
    get categories() {
      return book.categories;
    },
    get scanner() {
      return book.scanner;
    },
    get voices() {
      return book.voices;
    },
    get settings() {
      return settings;
    },
    get isSilent() {
      return isSilent(settings, host, now()) || !isAllowed(policy, host) || bridge.getSites().length === 0;
    },
    get tally() {
      return isCounting() ? tally : undefined;
    },
    getVersion: (pack) => team.find(({ id }) => id === pack)?.version ?? version,
    isSpeaking: (ruleId) => isSpeaking(book, ruleId),
    listSpeaking() {
      const packs = [...book.rules.values()].flatMap(({ id, category }) => (isSpeaking(book, id) ? category : []));
      // One that only changes others speaks by them.
      const all = new Set([...packs, ...team.map(({ id }) => id)]);
      return [...all].map((pack) => joinVersion(pack, coach.getVersion(pack)));
    },
    isLocked: (ruleId) => isLocked(policy, ruleId),
    isIgnored: ({ ruleId, wording }) => ignored.size > 0 && ignored.has(`${ruleId} ${getPhrase(wording)}`),
    tell(composer) {
      if (composer === active) badge.show(composer.draft.getFlags());
      for (const schedule of popups) schedule();
    },
  };

  /** Takes over what is stored, all that has changed of it. */
  function take(): void {
    const before = settings;
    const fadedBefore = faded;
    settings = layPolicy(own, policy);
    // On a page of CanDo's own an agent tries out what there is.
    faded = host === '' ? [] : listFaded(mastered, settings);
    if (!isCounting()) tally.forget();
    const { appearance, variety, off, severities, steppedDown } = settings;
    const isOther = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other);
    look.theme = appearance.theme;
    ignored = new Set(settings.ignored.map(({ ruleId, phrase }) => `${ruleId} ${phrase}`));
    // How loud rules speak is settled behind the scanner, which costs a moment to make anew.
    if (isOther([severities, steppedDown, faded], [before.severities, before.steppedDown, fadedBefore]))
      book = withVoices(book);
    if (isOther([variety, off, policy.locked], [before.variety, before.off, before.policy.locked])) void renew();
    wake();
    refresh();
  }

  function withVoices(rules: Rulebook): Rulebook {
    return { ...rules, voices: chooseVoices([...rules.rules.values()], settings, faded) };
  }

  /** Takes over the packs: until their rules are ready, those of before speak. */
  function takePacks(): void {
    team = chooseTeam();
    grammar.restart();
    void renew();
  }

  function chooseTeam(): readonly TeamPack[] {
    return host === '' ? [] : listTeam(installed, policy);
  }

  /** Resolves when the newest rules speak. */
  function renew(): Promise<void> {
    isRenewDue = true;
    renewing ??= makeNewest().finally(() => {
      renewing = undefined;
    });
    return renewing;
  }

  async function makeNewest(): Promise<void> {
    while (isRenewDue && !signal.aborted) {
      isRenewDue = false;
      const made = await makeRulebook(builtIn, team, settings, () => isRenewDue);
      // Meanwhile a rule may have been given another severity.
      if (made) book = withVoices(made);
    }
    refresh();
  }

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

  /** Storage that cannot be read leaves the defaults; the popup and the options say so. */
  async function prepare(): Promise<void> {
    const none = () => undefined;
    const all = [
      loadSettings().catch(none),
      loadPolicy().catch(none),
      loadPacks().catch(none),
      loadMastered().catch(none),
    ] as const;
    const [stored, set, packs, without] = await Promise.all(all);
    own = stored?.settings ?? own;
    policy = set ?? policy;
    mastered = without ?? mastered;
    installed = packs?.packs ?? installed;
    team = chooseTeam();
    take();
    await renew();
    await warmUp(book);
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
  watchSettings((read) => {
    own = read.settings;
    take();
  }, signal);
  watchPolicy((next) => {
    policy = next;
    take();
    takePacks();
  }, signal);
  watchMastered((next) => {
    mastered = next;
    take();
  }, signal);
  watchPacks(({ packs }) => {
    installed = packs;
    takePacks();
  }, signal);
  connectClock(() => {
    wake();
    refresh();
  }, signal).catch(() => undefined);
  grammar.start().catch(() => undefined);
}

import type { CompiledPack, CompiledRule } from '../engine/pack.ts';
import { createScanner, type Scanner } from '../engine/scanner.ts';
import { loadSettings, watchSettings } from '../storage/index.ts';
import { defaults, type Settings } from '../storage/settings.ts';
import type { Bridge } from './bridge.ts';
import { type Composer, createComposer } from './composer.ts';
import { createGrammar, type Grammar } from './grammar.ts';
import { sayRefresh } from './orphan.ts';
import type { Look } from './view.ts';

/** A sentence that takes the scanner through most of its ways. */
const WARMING = "Unfortunately, we can't do that: it isn't our policy (see [by when]) until Monday.";

/** What all reply boxes of a page share. */
export interface Coach {
  readonly bridge: Bridge;
  readonly look: Look;
  readonly grammar: Grammar;
  readonly rules: ReadonlyMap<string, CompiledRule>;
  readonly categories: ReadonlyMap<string, string>;
  readonly scanner: Scanner;
  readonly settings: Settings;
}

/** Takes over the page's reply boxes from the small script. */
export function connectCoach(bridge: Bridge, packs: readonly CompiledPack[], look: Look): void {
  const { signal } = bridge;
  let settings: Settings = { ...defaults };
  let scanner: Scanner | undefined;
  const composers = new WeakMap<HTMLElement, Composer>();
  const living = new Set<Composer>();
  let active: Composer | undefined;

  const grammar = createGrammar();
  const coach: Coach = {
    bridge,
    look,
    grammar,
    rules: new Map(packs.flatMap((pack) => pack.rules).map((rule) => [rule.id, rule])),
    categories: new Map(packs.map((pack) => [pack.id, pack.name])),
    get scanner() {
      scanner ??= createScanner(packs, { off: new Set(settings.off), severities: settings.severities });
      return scanner;
    },
    get settings() {
      return settings;
    },
  };

  const take = (next: Settings) => {
    const isOther =
      String(next.off) !== String(settings.off) ||
      JSON.stringify(next.severities) !== JSON.stringify(settings.severities);
    settings = next;
    if (isOther) scanner = undefined;
    for (const composer of living) composer.refresh();
  };

  /** In tasks of their own: the page draws and takes keys in between. */
  async function prepare(): Promise<void> {
    take(await loadSettings());
    await nextTask();
    // The index of the rules is made with the first text, be it empty.
    coach.scanner.scan('');
    await nextTask();
    // The first sentence costs as much as the next fifty.
    coach.scanner.scan(WARMING);
    await nextTask();
  }

  sayRefresh(signal);
  bridge.key = (event) => active?.key(event);
  const ready = prepare();
  bridge.attach = async (element, site) => {
    // What is ignored must not flash.
    await ready;
    // Composers that the page has removed are let go when another gets the focus.
    for (const composer of living) if (!composer.element.isConnected) composer.dispose();
    let composer = composers.get(element);
    if (!composer) {
      composer = createComposer(element, site, coach, () => {
        composers.delete(element);
        if (composer) living.delete(composer);
        if (active === composer) active = undefined;
      });
      if (!composer) return;
      composers.set(element, composer);
      living.add(composer);
    }
    if (active !== composer) active?.leave();
    active = composer;
    composer.focus();
  };

  watchSettings(take, signal);
  grammar.start().catch(() => undefined);
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

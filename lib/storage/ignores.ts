import { browser } from 'wxt/browser';
import type { Severity } from '../engine/types.ts';
import { changeSettings, IGNORES_KEY } from './index.ts';
import { isRecord } from './migrations.ts';
import { getNextStep } from './steps.ts';

/** Which rules were ignored of late. Ids and numbers alone: nothing of a draft, no site and no time. */
export interface Ignores {
  /** How many drafts there were. */
  drafts: number;
  /** For each rule, during which of them it was ignored. */
  rules: Record<string, number[]>;
}

/** So many ignores of a rule, within so many drafts, and it steps down. */
const ENOUGH = 3;
const DRAFTS = 10;

/** Whatever storage holds, as counts; a first day's where it makes no sense. */
export function readIgnores(raw: unknown): Ignores {
  if (!isRecord(raw) || !isCount(raw.drafts)) return { drafts: 0, rules: {} };
  const { drafts } = raw;
  const rules = isRecord(raw.rules) ? Object.entries(raw.rules) : [];
  const recent = rules.map(([id, list]) => {
    const known = Array.isArray(list) ? list.filter((at) => isCount(at) && at <= drafts && at > drafts - DRAFTS) : [];
    return [id, known] as const;
  });
  return { drafts, rules: Object.fromEntries(recent.filter(([, list]) => list.length > 0)) };
}

/** With one draft more. What was ignored longer ago than ten drafts is forgotten. */
export function withDraft({ drafts, rules }: Ignores): Ignores {
  return readIgnores({ drafts: drafts + 1, rules });
}

/** With one ignore more; at the third the rule steps down, and its count begins anew. */
export function withIgnore({ drafts, rules }: Ignores, ruleId: string): { ignores: Ignores; isEnough: boolean } {
  const { [ruleId]: before = [], ...others } = rules;
  const list = [...before, drafts];
  const isEnough = list.length >= ENOUGH;
  return { ignores: { drafts, rules: isEnough ? others : { ...others, [ruleId]: list } }, isEnough };
}

/** Counts a draft. To be called in one place alone, the background, so that two tabs do not undo each other's counts. */
export function countDraft(): Promise<void> {
  return inTurn(async () => save(withDraft(await load())));
}

/**
 * Counts an ignored mark, in the background as above. At the third within ten drafts the rule steps down from the severity that
 * the mark had. True when it did.
 */
export function countIgnore(ruleId: string, severity: Severity): Promise<boolean> {
  return inTurn(async () => {
    const { ignores, isEnough } = withIgnore(await load(), ruleId);
    const stepped = { to: getNextStep(severity), isTold: false };
    if (isEnough) await changeSettings(({ steppedDown }) => ({ steppedDown: { ...steppedDown, [ruleId]: stepped } }));
    await save(ignores);
    return isEnough;
  });
}

let last: Promise<unknown> = Promise.resolve();

function inTurn<Value>(act: () => Promise<Value>): Promise<Value> {
  const mine = last.then(act);
  last = mine.catch(() => undefined);
  return mine;
}

async function load(): Promise<Ignores> {
  const { [IGNORES_KEY]: raw } = await browser.storage.local.get(IGNORES_KEY);
  return readIgnores(raw);
}

async function save(ignores: Ignores): Promise<void> {
  await browser.storage.local.set({ [IGNORES_KEY]: ignores });
}

function isCount(raw: unknown): raw is number {
  return typeof raw === 'number' && Number.isSafeInteger(raw) && raw >= 0;
}

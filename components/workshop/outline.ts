import { i18n } from '#i18n';
import type { Severity } from '../../lib/engine/types.ts';
import type { Draft } from '../../lib/stores/workshop.ts';
import { readRaw } from '../../lib/workshop/document.ts';

/** What can be told of a rule whatever state its file is in. */
export interface RuleOutline {
  name: string;
  message: string;
  why: string;
  severity: Severity;
  phrases: string[];
  /** What is put in the place of each phrase; 'many' where each has its own. */
  instead: string[] | 'many';
  rewrites: string[];
  /** Words that silence it, each with a sentence that shows why. */
  unless: [string, string][];
  wrong: [string, string | null][];
  right: string[];
}

export function getPackName(draft: Draft): string {
  const raw = readRaw(draft.text);
  return toText(raw?.name) || toText(raw?.id) || i18n.t('workshop.unnamed');
}

/** The rules of a draft in their order. */
export function listOutlines({ text }: Draft): RuleOutline[] {
  return Object.entries(toRecord(readRaw(text)?.rules)).map(([name, rule]) => toOutline(name, rule));
}

function toOutline(name: string, raw: unknown): RuleOutline {
  const rule = toRecord(raw);
  const examples = toRecord(rule.examples);
  return {
    name,
    message: toText(rule.message),
    why: toText(rule.why),
    severity: rule.severity === 'error' || rule.severity === 'info' ? rule.severity : 'warning',
    ...readPhrases(rule),
    rewrites: toTexts(rule.rewrites),
    unless: Object.entries(toRecord(rule.unless)).map(([phrase, sentence]) => [phrase, toText(sentence)]),
    wrong: Object.entries(toRecord(examples.wrong)).map(([text, better]) => [
      text,
      typeof better === 'string' ? better : null,
    ]),
    right: toTexts(examples.right),
  };
}

/** Phrases stand in a list, or each before what to say in its place. */
function readPhrases(rule: Record<string, unknown>): Pick<RuleOutline, 'phrases' | 'instead'> {
  const bare = toTexts(rule.phrases);
  const instead = toRecord(rule.instead);
  const phrases = [...bare, ...Object.keys(instead)];
  const replacements = Object.values(instead).map((one) => (Array.isArray(one) ? toTexts(one) : [toText(one)]));
  const isOne = bare.length === 0 && new Set(replacements.map(String)).size <= 1;
  return { phrases, instead: replacements.length === 0 ? [] : isOne ? (replacements[0] ?? []) : 'many' };
}

export function toText(raw: unknown): string {
  return typeof raw === 'string' || typeof raw === 'number' ? String(raw) : '';
}

export function toTexts(raw: unknown): string[] {
  return Array.isArray(raw) ? raw.map(toText).filter(Boolean) : [];
}

export function toRecord(raw: unknown): Record<string, unknown> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? (raw as Record<string, unknown>) : {};
}

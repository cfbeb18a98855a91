import { fillMessage } from '../engine/message.ts';
import type { CompiledRule, TeamPack } from '../engine/pack.ts';

/** Parts of a rule in which two versions may differ. */
export type RulePart = 'severity' | 'message' | 'why' | 'phrases' | 'patterns' | 'exceptions' | 'rewrites' | 'rest';

export interface RuleLine {
  /** `pack/rule`. */
  id: string;
  /** What the rule says to do; `''` for a change of a rule of another pack. */
  message: string;
}

/** What a new version of a pack does, rule by rule. */
export interface PackDifference {
  added: RuleLine[];
  removed: RuleLine[];
  changed: (RuleLine & { parts: RulePart[] })[];
  /** Ids of rules of other packs which it changes, changes otherwise than before, or lets be. */
  changes: string[];
  /** Names of its word lists that have other words. */
  words: string[];
}

const PARTS = {
  severity: 'severity',
  message: 'message',
  why: 'why',
  phrases: 'phrases',
  patterns: 'patterns',
  unless: 'exceptions',
  rewrites: 'rewrites',
  instead: 'rewrites',
} satisfies { [Key in keyof CompiledRule]?: RulePart };

/** Compares two versions of a pack. */
export function comparePacks(before: TeamPack, after: TeamPack): PackDifference {
  const renamed = (id: string) => after.renamed[id] ?? id;
  const old = new Map(before.rules.map((rule) => [renamed(rule.id), rule]));
  const now = new Set(after.rules.map(({ id }) => id));
  return {
    added: after.rules.filter(({ id }) => !old.has(id)).map(toLine),
    removed: [...old].filter(([id]) => !now.has(id)).map(([, rule]) => toLine(rule)),
    changed: after.rules.flatMap((rule) => {
      const was = old.get(rule.id);
      const parts = was ? listParts(was, rule) : [];
      return parts.length > 0 ? [{ ...toLine(rule), parts }] : [];
    }),
    changes: listDifferent(before.changes, after.changes),
    words: listDifferent(before.lists, after.lists),
  };
}

function listParts(before: CompiledRule, after: CompiledRule): RulePart[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof CompiledRule>;
  keys.delete('id');
  const parts = [...keys]
    .filter((key) => !isEqual(before[key], after[key]))
    .map((key) => (Object.hasOwn(PARTS, key) ? PARTS[key as keyof typeof PARTS] : 'rest'));
  return [...new Set(parts)];
}

function listDifferent(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => !isEqual(before[name], after[name]));
}

/** Both were written by the same code, so that their keys stand in the same order. */
function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function toLine({ id, message }: CompiledRule): RuleLine {
  return { id, message: fillMessage(message) };
}

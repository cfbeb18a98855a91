import type { WrittenPackFile } from '../../packs/pack-schema.ts';
import { createDraft, type Draft, hasAnything, loseAll } from './draft.ts';
import { kinds, LOST_KINDS } from './kinds/index.ts';
import type { ValeRule } from './rule.ts';

export type WrittenRule = NonNullable<WrittenPackFile['rules']>[string];

const SEVERITIES = { suggestion: 'info', warning: 'warning', error: 'error' } as const;
/** Parts of a text that a reply has. */
const SCOPES = new Set(['text', 'paragraph', 'sentence', 'summary']);

/** A rule of a style as a pack's rule, if anything of it can be carried over, and what became of its parts. */
export interface Converted {
  rule: WrittenRule | undefined;
  draft: Draft;
}

/** Converts one rule. Its examples and exceptions are still to be tried. */
export function convertRule(rule: ValeRule, style: string): Converted {
  const draft = readDraft(rule);
  if (!hasAnything(draft)) return { rule: undefined, draft };
  const { phrases, patterns, instead, sentence } = draft;
  if (!rule.ignorecase && phrases.length + Object.keys(instead).length > 0)
    draft.changed.push({
      what: 'ignorecase: false',
      why: 'its phrases are met with capitals too, as at the start of a sentence',
    });
  return {
    rule: {
      severity: SEVERITIES[rule.level],
      message: toMessage(rule),
      why: rule.description?.trim() || `The style “${style}” asks for it.`,
      ...(rule.link && { source: rule.link }),
      ...(phrases.length > 0 && { phrases }),
      ...(Object.keys(instead).length > 0 && { instead: mapValues(instead, toOne) }),
      ...(sentence && { sentence }),
      ...(patterns.length > 0 && {
        patterns: patterns.map(({ instead: words, ...pattern }) => ({
          ...pattern,
          ...(words && { instead: toOne(words) }),
        })),
      }),
      examples: { wrong: {}, right: [] },
    },
    draft,
  };
}

function readDraft(rule: ValeRule): Draft {
  const kind = Object.hasOwn(kinds, rule.extends) ? kinds[rule.extends] : undefined;
  if (!kind) return loseAll('extends', LOST_KINDS[rule.extends] ?? `nothing is known of "${rule.extends}"`);
  const { scope } = rule;
  if (scope.length > 0 && !scope.some((one) => SCOPES.has(one))) {
    const { entries } = kind({ ...rule, scope: [] }) ?? createDraft(1);
    return { ...loseAll('scope', `a reply has no "${scope.join('", "')}"`), entries };
  }
  return kind(rule);
}

/** One way to say it stands for itself. */
function toOne(ways: string[]): string | string[] {
  return ways.length === 1 ? (ways[0] as string) : ways;
}

function mapValues<From, To>(record: Record<string, From>, turn: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, turn(value)]));
}

/** The message with the places that Vale fills named as rules here name them. */
function toMessage({ message, extends: kind, swap }: ValeRule): string {
  const places = kind === 'substitution' ? ['{instead}', '{marked}'] : ['{marked}', '{marked}'];
  let at = 0;
  const filled = message.replace(/%s/g, () => places[Math.min(at++, 1)] as string).trim();
  return filled || (Object.keys(swap).length > 0 ? 'Say {instead}, not {marked}.' : 'Look at “{marked}” again.');
}

import { fillMessage } from '../engine/message.ts';
import { type ToldLists, tellLists } from '../engine/phrase/tell.ts';
import type { Severity } from '../engine/types.ts';
import { RULES_FOLDER, readPacks } from './read.ts';

/** A pack as people are told of it, in the order of the names of packs and rules. */
export interface ReferencePack {
  id: string;
  name: string;
  about: string;
  /** How the word lists that its phrases name read. */
  lists: ToldLists;
  rules: ReferenceRule[];
}

export interface ReferenceRule {
  /** `pack/rule`. */
  id: string;
  severity: Severity;
  /** The name of the pack that has switched it off. */
  offBy?: string;
  message: string;
  why: string;
  source?: string;
  /** Some of what is flagged, the phrase between `<` and `>`, and the sentence after the first rewrite, if there is one. */
  wrong: { text: string; corrected: string | null }[];
  /** Some of what stays quiet. */
  right: string[];
}

/** Enough to see what is meant; docs/rules has them all. */
const EXAMPLES = 4;

/**
 * Reads what people are told of every pack.
 *
 * @throws {PackError} with file, line and column at the first fault
 */
export function readReference(folder = RULES_FOLDER): ReferencePack[] {
  return readPacks(folder).map(({ id, name, about, lists, sources }) => ({
    id,
    name,
    about,
    lists: tellLists(lists),
    rules: [...sources].map(([ruleId, { rule }]) => ({
      id: ruleId,
      severity: rule.severity,
      message: fillMessage(rule.message),
      why: rule.why,
      ...(rule.source && { source: rule.source }),
      wrong: Object.entries(rule.examples.wrong)
        .slice(0, EXAMPLES)
        .map(([text, corrected]) => ({ text, corrected })),
      right: rule.examples.right.slice(0, EXAMPLES),
    })),
  }));
}

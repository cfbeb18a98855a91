import { createLists, type Lists } from './phrase/lists.ts';
import type { PhraseIndex } from './phrase/phrase-index.ts';
import type { Severity, Variety } from './types.ts';

/**
 * A pack as the engine takes it: read, validated and indexed when built (`lib/packs`). Plain JSON; phrases stand as they
 * are written, and are read when a sentence asks for them.
 */
export interface CompiledPack {
  /** Also the category of its flags. */
  id: string;
  name: string;
  /** What the pack is about, in a sentence an agent understands. */
  about: string;
  /** The word lists that its phrases name. */
  lists: Record<string, string>;
  rules: CompiledRule[];
  /** Of all phrases, in the order of `listPhrases`. */
  index: PhraseIndex;
  /** Ids that its rules once had → those they have, both `pack/rule`: what names the old ones keeps working. */
  renamed?: Record<string, string>;
}

/** A team's own pack, with what it changes in the packs below it; see `layers.ts`. Plain JSON. */
export interface TeamPack extends CompiledPack {
  /** As its file says: `3.1.0`. */
  version: string;
  /** Of its phrases, as `en` or `en-GB`. */
  language: string;
  /** Whom to ask, where the file says so. */
  maintainer?: string;
  /** By the id of a rule, `pack/rule`, or of a whole pack. */
  changes: Record<string, RuleChange>;
  renamed: Record<string, string>;
}

/** What a later pack changes in a rule; what it does not name stays. Phrases in it name no word lists. */
export interface RuleChange {
  off?: boolean;
  severity?: Severity;
  /** Added to the rule's own. */
  unless?: CompiledException[];
  /** Tried ahead of the rule's own. */
  rewrites?: string[];
}

export interface CompiledRule {
  /** `pack/rule`, from the file's path. */
  id: string;
  category: string;
  severity: Severity;
  /** What to do, in one sentence; see `message.ts` for what is set into it. */
  message: string;
  /** Why, in one or two sentences. */
  why: string;
  phrases: string[];
  /** What to say in place of the last of `phrases`, one list a phrase. */
  instead?: string[][];
  /** What it says of a sentence as a whole, whatever its words. */
  sentence?: { longerThan?: number; doubled?: true; startsSmall?: true };
  /** Asked of the grammar host only, and only for sentences that meet one of `words` or hold one of `signs`. */
  patterns: CompiledPattern[];
  unless: CompiledException[];
  /** Templates, best first; see `rewrite/slots.ts`. */
  rewrites: string[];
  /** It speaks in internal notes too. */
  notes: boolean;
  /** The varieties of English in which it says nothing, for there the words are plain. */
  notIn?: Variety[];
  /** The only English in which it speaks; with none chosen it is quiet. */
  onlyIn?: Variety;
  /** A later pack has switched it off. */
  off?: true;
  /** It gives way to any other flag of its category in the same sentence. */
  yields: boolean;
}

export interface CompiledPattern {
  /** compromise match syntax; a pattern has this or `regex`. */
  match?: string;
  /** A regular expression in RE2's syntax, with look-behinds. */
  regex?: string;
  /** An expression that may not follow what `regex` meets, and one that may stand nowhere in the sentence. */
  notBefore?: string;
  without?: string;
  /** So often the sentence may hold it; the next is marked. */
  moreThan?: number;
  /** What to say in place of what it marks. */
  instead?: string[];
  /** Pieces of text, in small letters, of which the sentence must hold one, where no words open the expression. */
  signs?: string[];
  /** Phrases of which the sentence must meet one before the grammar is asked: the narrower, the cheaper. */
  words: string[];
}

/**
 * What silences a rule: a named predicate of the engine, or a phrase that overlaps the hit; in the hit's own sentence, or
 * anywhere in one of its neighbours. Or words that are written just so, where only their spelling is in question.
 */
export type CompiledException = ({ predicate: string } | { phrase: string } | { spelled: string }) & {
  in?: 'next' | 'previous';
  /** The other way round: the rule speaks only where the predicate holds. */
  isNeeded?: true;
};

/** Every phrase of a rule for which its pack's index has a number: its own, then those that open its patterns. */
export function listPhrases(rule: Pick<CompiledRule, 'phrases' | 'patterns'>): string[] {
  return [...rule.phrases, ...rule.patterns.flatMap(({ words }) => words)];
}

/** The word lists of the packs, by the id of the pack. */
export function getLists(packs: readonly CompiledPack[]): (pack: string) => Lists {
  const lists = new Map(packs.map((pack) => [pack.id, createLists(pack.lists)]));
  const none = createLists({});
  return (pack) => lists.get(pack) ?? none;
}

import type { Phrase, PhraseNode } from './phrase/syntax.ts';
import type { Severity, Variety } from './types.ts';

/** A pack as the engine takes it: read, validated and compiled when built (`lib/packs`). Plain JSON. */
export interface CompiledPack {
  /** Also the category of its flags. */
  id: string;
  name: string;
  /** What the pack is about, in a sentence an agent understands. */
  about: string;
  lists: Record<string, PhraseNode>;
  rules: CompiledRule[];
}

export interface CompiledRule {
  /** `pack/rule`, from the file's path. */
  id: string;
  category: string;
  severity: Severity;
  /** What to do, in one sentence. */
  message: string;
  /** Why, in one or two sentences. */
  why: string;
  phrases: Phrase[];
  /** compromise match syntax, asked of the grammar host only for sentences that meet one of `words`. */
  patterns: CompiledPattern[];
  unless: CompiledException[];
  /** Templates, best first; see `rewrite/template.ts`. */
  rewrites: string[];
  /** It speaks in internal notes too. */
  notes: boolean;
  /** The varieties of English in which it says nothing, for there the words are plain. */
  notIn?: Variety[];
  /** It gives way to any other flag of its category in the same sentence. */
  yields: boolean;
}

export interface CompiledPattern {
  match: string;
  /** Phrases of which the sentence must meet one before the grammar is asked: the narrower, the cheaper. */
  words: Phrase[];
}

/**
 * What silences a rule: a named predicate of the engine, or a phrase that overlaps the hit; in the hit's own sentence, or
 * anywhere in one of its neighbours.
 */
export type CompiledException = ({ predicate: string } | { phrase: Phrase }) & {
  in?: 'next' | 'previous';
  /** The other way round: the rule speaks only where the predicate holds. */
  isNeeded?: true;
};

/** The word lists of the packs, by the id of the pack. */
export function getLists(packs: readonly CompiledPack[]): (pack: string) => ReadonlyMap<string, PhraseNode> {
  const lists = new Map(packs.map((pack) => [pack.id, new Map(Object.entries(pack.lists))]));
  const none = new Map<string, PhraseNode>();
  return (pack) => lists.get(pack) ?? none;
}

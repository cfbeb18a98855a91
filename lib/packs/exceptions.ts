import type { CompiledException } from '../engine/pack.ts';
import type { RuleSource } from './schema.ts';

/** An exception as it stands in a rule's file, with the text that needed it. */
export interface WrittenException {
  /** The key under which it stands, for messages about its place. */
  under: 'unless' | 'unless-next' | 'unless-previous' | 'only-if';
  /** The name of a predicate, or a phrase. */
  written: string;
  text: string;
  place: Pick<CompiledException, 'in' | 'isNeeded'>;
}

const PLACES: Record<WrittenException['under'], WrittenException['place']> = {
  unless: {},
  'unless-next': { in: 'next' },
  'unless-previous': { in: 'previous' },
  'only-if': { isNeeded: true },
};

/** Every exception of a rule, in the order in which it is compiled. */
export function listExceptions(rule: RuleSource): WrittenException[] {
  return (Object.keys(PLACES) as (keyof typeof PLACES)[]).flatMap((under) =>
    Object.entries(rule[under]).map(([written, text]) => ({ under, written, text, place: PLACES[under] })),
  );
}

import type { Kind } from '../draft.ts';
import { readCapitalization } from './capitalization.ts';
import { readConditional } from './conditional.ts';
import { readConsistency } from './consistency.ts';
import { readExistence } from './existence.ts';
import { readOccurrence } from './occurrence.ts';
import { readReadability } from './readability.ts';
import { readRepetition } from './repetition.ts';
import { readSequence } from './sequence.ts';
import { readSubstitution } from './substitution.ts';

/** What a rule of a style can extend, by the names that Vale gives. */
export const kinds: Readonly<Record<string, Kind>> = {
  capitalization: readCapitalization,
  conditional: readConditional,
  consistency: readConsistency,
  existence: readExistence,
  occurrence: readOccurrence,
  readability: readReadability,
  repetition: readRepetition,
  sequence: readSequence,
  substitution: readSubstitution,
};

/** Kinds that Vale has and nothing here answers to, each with the reason. */
export const LOST_KINDS: Readonly<Record<string, string>> = {
  metric: 'a formula over the whole text; a reply is too short for one',
  script: 'a program; no pack runs programs',
  spelling: 'a dictionary; browsers check spelling',
};

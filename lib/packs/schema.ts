import { z } from 'zod';

/**
 * The one schema of packs and rules, as people write them. Unknown keys are errors, for a misspelt key would be
 * silently without effect.
 */

const text = z.string().trim().min(1).max(2000);
const phrase = z.string().trim().min(1).max(2000);

/** A list of phrases, or one line of them between `|`. */
const wordList = z.union([phrase, z.array(phrase).min(1)]);

export const severitySchema = z.enum(['error', 'warning', 'info']);

export const varietySchema = z.enum(['british', 'american', 'indian']);

export const ruleSchema = z.strictObject({
  /** Defaults to warning. */
  severity: severitySchema.default('warning'),
  /** What to do, in one sentence, to the agent. */
  message: text,
  /** Why, in one or two sentences. */
  why: text,
  /** Where the claim behind the rule comes from. */
  source: text.optional(),
  phrases: z.array(phrase).default([]),
  patterns: z.array(z.strictObject({ match: phrase, words: z.array(phrase).min(1) })).default([]),
  /** A predicate of the engine or a phrase, each with the sentence that needed it. */
  unless: z.record(phrase, text).default({}),
  /** The same, for the sentence after the hit's, in the same paragraph; each with the sentences that needed it. */
  'unless-next': z.record(phrase, text).default({}),
  'unless-previous': z.record(phrase, text).default({}),
  /** Predicates without which the rule says nothing, each with a sentence that is quiet because it does not hold. */
  'only-if': z.record(phrase, text).default({}),
  /** Varieties of English in which the words are plain, and the rule says nothing. */
  'not-in': z.array(varietySchema).min(1).optional(),
  rewrites: z.array(text).default([]),
  notes: z.boolean().default(false),
  yields: z.boolean().default(false),
  examples: z.strictObject({
    /** A text with the marked span in angle brackets → the text after the first rewrite, empty where all of it goes. */
    wrong: z.record(text, text.or(z.literal('')).nullable()),
    /** Texts that must stay quiet. */
    right: z.array(text),
  }),
});

export const packSchema = z.strictObject({
  name: text,
  about: text,
  words: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), wordList).default({}),
});

export const wordsSchema = z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), wordList);

export type RuleSource = z.infer<typeof ruleSchema>;
export type PackSource = z.infer<typeof packSchema>;
export type WordsSource = z.infer<typeof wordsSchema>;

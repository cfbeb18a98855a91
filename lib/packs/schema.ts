import { z } from 'zod';

// It would try to write code of its own, which the extension's pages forbid, with a complaint each time.
z.config({ jitless: true });

/**
 * The one schema of packs and rules, as people write them. Unknown keys are errors, for a misspelt key would be
 * silently without effect. What is said of a field here is what an editor shows.
 */

const text = z.string().trim().min(1).max(2000);
const phrase = z.string().trim().min(1).max(2000);

/** A list of phrases, or one line of them between `|`. */
const wordList = z.union([phrase, z.array(phrase).min(1)]);

export const severitySchema = z.enum(['error', 'warning', 'info']);

export const varietySchema = z.enum(['british', 'american', 'indian']);

const exceptions = z.record(phrase, text).default({});

/** The first is offered first. No braces, for they would be slots. */
const replacement = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^{}]*$/);
const insteadSchema = z.union([replacement, z.array(replacement).min(1).max(20)]);

const patternSchema = z.strictObject({
  match: phrase.optional().describe('The match syntax of compromise, with [<mark>...] around what is marked.'),
  regex: phrase.optional().describe('A regular expression in the syntax of RE2, met within one sentence.'),
  words: z
    .array(phrase)
    .min(1)
    .optional()
    .describe('Phrases of which the sentence must meet one; a regex can go without where something else opens it.'),
  'not-before': phrase.optional().describe('A regular expression that may not follow what "regex" meets.'),
  without: phrase.optional().describe('A regular expression that may stand nowhere in the sentence.'),
  'more-than': z
    .number()
    .int()
    .min(1)
    .max(100)
    .optional()
    .describe('So often a sentence may hold it; the next is marked.'),
  instead: insteadSchema.optional().describe('What to say in place of what is marked.'),
});

export const ruleSchema = z.strictObject({
  severity: severitySchema.default('warning').describe('How grave it is. A warning, when nothing is said.'),
  message: text.describe('What to do, in one sentence, to the agent.'),
  why: text.describe('Why, in one or two sentences.'),
  source: text.optional().describe('Where the claim behind the rule comes from.'),
  phrases: z
    .array(phrase)
    .default([])
    .describe('What it flags: plain words; word? (a|b c) {list} ... ^ $ and <what is marked>.'),
  instead: z
    .record(phrase, insteadSchema)
    .default({})
    .describe('Phrases too, each with what to say in its place; {marked} and {instead} in the message name them.'),
  sentence: z
    .strictObject({
      'longer-than': z.number().int().min(5).max(200).optional().describe('Words; the next one is marked.'),
      doubled: z.literal(true).optional().describe('A word stands twice running.'),
      'starts-small': z.literal(true).optional().describe('It begins with a small letter.'),
    })
    .optional()
    .describe('What it flags in a sentence as a whole, whatever its words.'),
  patterns: z
    .array(patternSchema)
    .default([])
    .describe('What word lists cannot tell: grammar in the match syntax of compromise, or a regular expression.'),
  unless: exceptions.describe('What silences it: a predicate or a phrase, each with the sentence that needed it.'),
  'unless-next': exceptions.describe('The same, for the sentence after it in its paragraph.'),
  'unless-previous': exceptions.describe('The same, for the sentence before it.'),
  'only-if': exceptions.describe('Predicates without which it says nothing, each with a sentence that stays quiet.'),
  'not-in': z.array(varietySchema).min(1).optional().describe('English in which the words are plain.'),
  rewrites: z.array(text).default([]).describe('What is offered, best first: words, {slots} and [blanks].'),
  notes: z.boolean().default(false).describe('It speaks in internal notes too.'),
  yields: z.boolean().default(false).describe('It gives way to any other flag of its pack in the sentence.'),
  examples: z
    .strictObject({
      wrong: z
        .record(text, text.or(z.literal('')).nullable())
        .describe('A text with <what is marked>, and the text after the first rewrite: empty where all of it goes.'),
      right: z.array(text).describe('Texts that must stay quiet.'),
    })
    .describe('The tests of the rule.'),
});

export const wordsSchema = z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), wordList);

export const packSchema = z.strictObject({
  name: text,
  about: text,
  words: wordsSchema.default({}),
});

export type PatternSource = z.infer<typeof patternSchema>;
export type RuleSource = z.infer<typeof ruleSchema>;
export type PackSource = z.infer<typeof packSchema>;
export type WordsSource = z.infer<typeof wordsSchema>;

import { z } from 'zod';
import { ruleSchema, severitySchema, varietySchema, wordsSchema } from './schema.ts';

/** The schema of a pack file: a header, and rules in the words of `rules/`. */

const line = z.string().trim().min(1).max(200);
const words = z.string().trim().min(1).max(100);
const text = z.string().trim().min(1).max(2000);

/** Of packs and of rules. */
const nameSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,59}$/, 'must be small letters, digits and hyphens, such as my-house; 60 at most');
const targetSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,59}(?:\/[a-z][a-z0-9-]{0,59})?$/, 'must be the id of a rule, pack/rule, or of a pack');

export const changeSchema = z.strictObject({
  off: z.boolean().optional().describe('Switches it off; false switches on what a pack below switched off.'),
  severity: severitySchema.optional().describe('How grave it is from now on.'),
  unless: z
    .record(text, text)
    .optional()
    .describe('What silences it too: a predicate or a phrase, each with the sentence that needs it.'),
  rewrites: z.array(text).optional().describe("What is offered ahead of the rule's own rewrites."),
});

export const termSchema = z.strictObject({
  say: words.optional().describe('The words to use, spelled as they should be. A banned word may have none.'),
  not: z
    .union([words, z.array(words)])
    .default([])
    .describe('The words that are flagged. A product needs none: every other spelling of its name is flagged.'),
  kind: z.enum(['term', 'product', 'banned']).default('term').describe('A term, when nothing is said.'),
  variety: varietySchema.optional().describe('The only English in which this holds.'),
  severity: severitySchema.default('warning').describe('How grave it is. A warning, when nothing is said.'),
  why: text.optional().describe('Why, in one or two sentences.'),
});

const headerSchema = z.strictObject({
  id: nameSchema.describe('Short and yours: small letters, digits and hyphens. The ids of its rules begin with it.'),
  name: line.describe('What agents see.'),
  about: text.default('').describe('What the pack is about, in a sentence.'),
  version: z
    .string()
    .regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}(?:-[0-9A-Za-z.-]{1,40})?$/, 'must be three numbers, such as 1.0.0')
    .describe('Three numbers, such as 1.0.0; a higher one for each change.'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'must be a language, such as en or en-GB')
    .default('en')
    .describe('The language of its phrases, such as en or en-GB.'),
  maintainer: line.optional().describe('Whom to ask: a name and an address.'),
  imported: line.optional().describe('Where it was imported from; its rules may then go without examples.'),
  extends: z.array(nameSchema).default([]).describe('Packs below, whose rules it changes or whose word lists it uses.'),
});

/** What stands below the header, entry by entry. */
export const partSchemas = {
  words: wordsSchema,
  rules: z.record(nameSchema, ruleSchema),
  changes: z.record(targetSchema, changeSchema),
  renamed: z.record(nameSchema, nameSchema),
} as const;

export const packFileSchema = headerSchema.extend({
  words: partSchemas.words
    .default({})
    .describe('Word lists that phrases use as {name}; a list may use those above it.'),
  rules: partSchemas.rules.default({}).describe('Its rules, by their names.'),
  changes: partSchemas.changes.default({}).describe('What it changes in rules of packs below it.'),
  renamed: partSchemas.renamed.default({}).describe('Names that its rules once had, with those they have now.'),
  terms: z.array(termSchema).default([]).describe('The glossary: say this, not that.'),
});

/** A pack file as it was read: what it left out is filled in. */
export type PackFile = z.output<typeof packFileSchema>;
/** A pack file as people write it. */
export type WrittenPackFile = z.input<typeof packFileSchema>;
export type TermSource = z.output<typeof termSchema>;
export type ChangeSource = z.output<typeof changeSchema>;

/** What a pack file may hold: many times what a team needs, and little enough that the worst file costs nobody a pause. */
export const LIMITS = {
  /** UTF-16 units of the file. */
  characters: 120_000,
  /** Characters that mean something to YAML, line ends among them: what a reader's time goes by. */
  signs: 12_000,
  /** Of what looks like a tag, an anchor or an alias; text may hold some. */
  nodeMarks: 200,
  /** Lists and keys within one another; a rule needs six. */
  depth: 20,
  rules: 1_000,
  /** Of all rules, changes and terms together, those of exceptions and patterns among them. */
  phrases: 5_000,
  /** Words of all phrases with their word lists written out. */
  writtenOut: 200_000,
  /** Steps that all phrases may take in one sentence, and those that one word may start; the built-in packs keep to these too. */
  steps: 300_000,
  stepsOfWord: 50_000,
  terms: 2_000,
  changes: 1_000,
  renamed: 1_000,
  words: 200,
  /** Words of one list, with the lists in it written out. */
  list: 2_000,
  rewrites: 50,
  /** That are told of one file; the first are enough to mend. */
  faults: 100,
  /** UTF-16 units of what is said of a fault. */
  message: 300,
} as const;

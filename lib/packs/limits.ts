/** What a pack file may hold: many times what a team needs, and little enough that the worst file costs nobody a pause. */
export const LIMITS = {
  /** UTF-16 units of the file. */
  characters: 200_000,
  /** Lists and keys within one another; a rule needs six. */
  depth: 20,
  rules: 1_000,
  /** Of all rules and changes together, those of exceptions and patterns among them, and the words of all terms. */
  phrases: 10_000,
  terms: 2_000,
  changes: 1_000,
  renamed: 1_000,
  words: 200,
  /** That are told of one file; the first are enough to mend. */
  faults: 100,
} as const;

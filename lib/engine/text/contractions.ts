import { createTypos } from './typos.ts';

/**
 * Contractions, written out, so that a phrase such as `can not` meets "can't", "cannot" and "cant" alike.
 * A part with more than one reading lists them all: "it's" may be "it is", "it has" or a genitive.
 */

const WHOLE: Record<string, string[][]> = {
  cannot: [['can'], ['not']],
  "can't": [['can'], ['not']],
  "won't": [['will'], ['not']],
  "shan't": [['shall'], ['not']],
  "ain't": [['is', 'are', 'am'], ['not']],
  "let's": [['let'], ['us']],
};

/** Forms that people type without the apostrophe and that are no words of their own. */
const BARE = [
  "can't",
  "don't",
  "doesn't",
  "didn't",
  "isn't",
  "aren't",
  "wasn't",
  "weren't",
  "haven't",
  "hasn't",
  "hadn't",
  "couldn't",
  "shouldn't",
  "wouldn't",
  "i'm",
  "i've",
  "you're",
  "you've",
  "they're",
  "they've",
  "that's",
  "there's",
  "won't",
  "what's",
  "who's",
  "here's",
  "you'll",
  "they'll",
  "it'll",
  "that'll",
  "you'd",
  "they'd",
  "should've",
  "could've",
  "would've",
];

/** What hurried people write for a word. */
const SHORTHAND: Record<string, string> = {
  u: 'you',
  ur: 'your',
  pls: 'please',
  plz: 'please',
  plse: 'please',
  b4: 'before',
  til: 'until',
};

const ENDINGS: [string, string[]][] = [
  ["n't", ['not']],
  ["'re", ['are']],
  ["'ll", ['will']],
  ["'ve", ['have']],
  ["'m", ['am']],
  ["'d", ['would', 'had']],
  ["'s", ['is', 'has', "'s"]],
];

const parts = new Map<string, string[][]>(Object.entries(WHOLE));
for (const form of BARE) {
  const written = expand(form);
  if (written) parts.set(form.replace("'", ''), written);
}

for (const [written, meant] of Object.entries(SHORTHAND)) parts.set(written, [[meant, written]]);
for (const [slip, meant] of createTypos())
  if (!parts.has(slip)) parts.set(slip, parts.get(meant) ?? expand(meant) ?? [[meant, slip]]);

/**
 * The parts of a lower-cased word with straight quotes, each with its readings, or undefined when it is no contraction.
 */
export function expand(word: string): string[][] | undefined {
  const known = parts.get(word);
  if (known) return known;
  if (!word.includes("'")) return undefined;
  for (const [ending, readings] of ENDINGS) {
    if (word.length > ending.length && word.endsWith(ending)) return [[word.slice(0, -ending.length)], readings];
  }
  return undefined;
}

/**
 * Slips of one letter in the words that hold a sentence together: a letter left out, doubled, two in the wrong order, or the wrong
 * vowel. They are worked out once, for a table costs a page nothing while somebody types.
 */

/** Long enough that no slip makes another word by chance, but for those in `REAL`. */
const LONG =
  'unfortunately because before until without unless should would could please about under after which nothing never ' +
  'available possible impossible sorry cannot unable their there please contact department apologise apologize ' +
  'inconvenience shortly policy allowed required however although already always currently';
/** In short words only letters in the wrong order are told for certain. */
const SHORT = 'have your with that this they will must need what when from been them just only';
const NEGATED = 'ca does did is are was were have has had could should would do wo';

/** Words of their own that are one slip away from those above. */
const REAL = new Set(
  'apologies noting deportment juts bene three cold wold shod pleas lease abut thee unite wit form police passible'.split(
    ' ',
  ),
);
const VOWELS = 'aeiou';

function addSlips(word: string, add: (slip: string) => void): void {
  for (let at = 1; at < word.length; at++) {
    const [before, letter, after] = [word.slice(0, at), word[at] as string, word.slice(at + 1)];
    add(before + after);
    add(before + letter + letter + after);
    if (VOWELS.includes(letter)) for (const vowel of VOWELS) add(before + vowel + after);
  }
}

function addSwaps(word: string, add: (slip: string) => void): void {
  for (let at = 1; at < word.length - 1; at++) {
    add(word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2));
  }
}

/** Every slip with the word that was meant. */
export function createTypos(): Map<string, string> {
  const meant = new Map<string, string>();
  const [long, short] = [LONG.split(' '), SHORT.split(' ')];
  const words = new Set([...long, ...short]);
  const addFor = (word: string) => (slip: string) => {
    if (!words.has(slip) && !REAL.has(slip) && !meant.has(slip)) meant.set(slip, word);
  };
  for (const word of [...long, ...short]) addSwaps(word, addFor(word));
  for (const word of long) addSlips(word, addFor(word));
  for (const stem of NEGATED.split(' ')) meant.set(`${stem}'nt`, `${stem}n't`);
  return meant;
}

/** A stretch of words, blanks or signs that stands in both texts, but for capitals. Offsets and length in UTF-16 units. */
export interface Kept {
  before: number;
  after: number;
  length: number;
}

/** Table cells beyond which nothing is compared: no rewrite of a sentence comes near. */
const MOST = 1_000_000;

/** The longest common sequence of words of two texts, in order. A word counts for more than the blanks and signs around it. */
export function findKept(before: string, after: string): Kept[] {
  const a = split(before);
  const b = split(after);
  const width = b.length + 1;
  if (a.length * b.length > MOST) return [];
  const best = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => best[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const gain = isSame(a[i], b[j]) ? at(i + 1, j + 1) + weigh(a[i] ?? '') : 0;
      best[i * width + j] = Math.max(gain, at(i + 1, j), at(i, j + 1));
    }
  }
  const kept: Kept[] = [];
  let place = { before: 0, after: 0 };
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [old = '', word = ''] = [a[i], b[j]];
    const isKept = isSame(old, word) && at(i, j) === at(i + 1, j + 1) + weigh(old);
    const isGone = !isKept && at(i + 1, j) >= at(i, j + 1);
    if (isKept) kept.push({ ...place, length: word.length });
    place = {
      before: place.before + (isKept || isGone ? old.length : 0),
      after: place.after + (isGone ? 0 : word.length),
    };
    if (isKept || isGone) i++;
    if (!isGone) j++;
  }
  // A blank that stays by itself, its neighbours gone, would part the words that come in their place.
  return kept.filter((one, index) => isWord(after, one) || meets(kept[index - 1], one) || meets(one, kept[index + 1]));
}

function split(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}'’]+|\s+|[^\p{L}\p{M}\p{N}'’\s]/gu) ?? [];
}

const isSame = (a = '', b = '') => a.length === b.length && a.toLowerCase() === b.toLowerCase();
const isWord = (text: string, { after, length }: Kept) => weigh(text.slice(after, after + length)) > 1;
const meets = (a?: Kept, b?: Kept) => a && b && a.before + a.length === b.before && a.after + a.length === b.after;
const weigh = (word: string) => (/[\p{L}\p{N}]/u.test(word) ? 8 : 1);

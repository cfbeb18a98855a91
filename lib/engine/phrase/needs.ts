import { getList, type Lists } from './lists.ts';
import type { PhraseNode } from './syntax.ts';

/** Words of which a phrase must meet one, and roughly how often one of them opens the door for nothing. */
export interface Need {
  words: ReadonlySet<string>;
  cost: number;
}

/** Roughly how often a word opens the door for nothing, in support replies; unlisted words are rare. */
const COMMON = new Map<string, number>();
for (const [weight, words] of [
  [90, 'the to you your a i and we for is be it of this have in that our are on with will us can not'],
  [
    40,
    "me my if so at as or do an by was from but has any there what when been no all out up get please would 's how am",
  ],
  [15, 'sorry help know like more just here could about time issue order need let see also may they their should now'],
] as const) {
  for (const word of words.split(' ')) COMMON.set(word, weight);
}

function toNeed(words: ReadonlySet<string>): Need {
  let cost = 0;
  for (const word of words) cost += COMMON.get(word) ?? 1;
  return { words, cost };
}

/**
 * What a phrase cannot do without: from each set a sentence must hold a word, or the phrase is not in it. In the order
 * of the phrase; none where it can do without words.
 */
export function findNeeds(node: PhraseNode, lists: Lists): Need[] {
  if ('word' in node) return [toNeed(new Set(node.word))];
  if ('list' in node) return findNeeds(getList(lists, node.list), lists);
  if ('mark' in node) return findNeeds(node.mark, lists);
  if ('all' in node) return node.all.flatMap((child) => findNeeds(child, lists));
  if (!('any' in node)) return [];
  const rarest = node.any.map((child) => findNeeds(child, lists).sort((a, b) => a.cost - b.cost)[0]);
  if (rarest.some((need) => !need)) return [];
  return [toNeed(new Set(rarest.flatMap((need) => [...(need as Need).words])))];
}

import { type PhraseNode, parsePhrase } from './syntax.ts';

/** How word lists read, by their names: `we`, `can't`. */
export type ToldLists = Readonly<Record<string, string>>;

const GAP = '…';
const LETTER = /[\p{L}\p{N}]/u;
/** Slots whose words are nearly always these. All others hold what was written anyway, and stand as a gap. */
const FILLED = new Map([
  ['subject', 'we'],
  ['can', 'can'],
  ['who', 'I'],
  ['with-who', 'we'],
  ['who-has', 'we have'],
  ['here-can', 'we can'],
  ['it', 'it'],
  ['owned', 'I will … by [by when]'],
  ['handed', 'I have … to [which team]'],
  ['hoped', 'we hope to …'],
  ['active', 'we did not …'],
  ['requested', 'please …'],
  // What a template says in place of the marked words stands beside it.
  ['instead', ''],
]);

/**
 * A phrase as people read it: of alternatives one, without what may be missing, a gap as "…". What stands around the marked words is
 * told only where these are open at that end: "can't … until". A phrase that cannot be read stays as it is written.
 */
export function tellPhrase(written: string, lists: ToldLists): string {
  try {
    const { node } = parsePhrase(written, { has: () => true });
    return smooth(tellMarked(node, lists)).replace(/^(?:… ?)+/, '') || written;
  } catch {
    return written;
  }
}

/** A rewrite's template as people read it, with its blanks in brackets; empty where the marked words go and nothing comes instead. */
export function tellTemplate(template: string): string {
  const told = smooth(template.replace(/\{([^{}]*)\}/g, (_, slot: string) => FILLED.get(slot) ?? GAP));
  return LETTER.test(told) ? told : '';
}

/** Each word list of a pack as one reads it. */
export function tellLists(written: Readonly<Record<string, string>>): ToldLists {
  const told: Record<string, string> = {};
  // A list may use those above it.
  for (const [name, words] of Object.entries(written)) told[name] = tellPhrase(`(${words})`, told);
  return told;
}

function tellMarked(node: PhraseNode, lists: ToldLists): string {
  const parts = 'all' in node ? node.all : [node];
  const at = parts.findIndex((part) => 'mark' in part);
  const tellAll = (some: readonly PhraseNode[]) => some.map((part) => tell(part, lists)).join(' ');
  if (at < 0) return tellAll(parts);
  const marked = smooth(tellAll(parts.slice(at, at + 1)));
  const before = marked.startsWith(GAP) ? tellAll(parts.slice(0, at)) : '';
  const behind = marked.endsWith(GAP) ? tellAll(parts.slice(at + 1)) : '';
  return `${before} ${marked} ${behind}`;
}

function tell(node: PhraseNode, lists: ToldLists): string {
  if ('word' in node) return choose(node.word);
  if ('list' in node) return Object.hasOwn(lists, node.list) ? (lists[node.list] as string) : GAP;
  if ('all' in node) return node.all.map((part) => tell(part, lists)).join(' ');
  if ('any' in node) return choose(node.any.map((part) => tell(part, lists)));
  if ('mark' in node) return tell(node.mark, lists);
  return 'maybe' in node ? '' : GAP;
}

/** The first of several, but "we" before "I": a desk says both. */
function choose(alternatives: readonly string[]): string {
  return alternatives.find((one) => one === 'we') ?? alternatives.find((one) => LETTER.test(one)) ?? GAP;
}

function smooth(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .replace(/(?:… ?){2,}/g, '… ')
    .replace(/\bcan not\b/g, "can't")
    .replace(/\bwill not\b/g, "won't")
    .replace(/\b(is|are|was|were|do|does|did|have|has|had|could|would|should) not\b/g, "$1n't")
    .replace(/\bwe (?:is|am)\b/g, 'we are')
    .replace(/\bi\b/g, 'I')
    .trim();
}

import type { Node } from '../../packs/regex/tree.ts';

/** Texts that one expression may stand for, as a phrase: more are a regular expression. */
const MOST = 200;
/** A word's edge, `\b`, and another place that no phrase knows, while texts are put together. */
const EDGE = '\u0000';
const PLACE = '\u0001';
const WORD = /[\p{L}\p{N}_]/u;

/** Every text that an expression meets, words between edges; undefined where these are too many, or not words. */
export function listTexts(node: Node): string[] | undefined {
  const all = list(node);
  if (!all || all.some((text) => text.includes(PLACE))) return undefined;
  const whole = all.flatMap((text) => read(text) ?? []);
  return whole.length > 0 && !whole.includes('') ? [...new Set(whole)] : undefined;
}

function list(node: Node): string[] | undefined {
  if (node.kind === 'edge') return [node.at === 'word' ? EDGE : PLACE];
  if (node.kind === 'look') return undefined;
  if (node.kind === 'char') return node.shape === 'space' ? [' '] : node.of?.slice();
  if (node.kind === 'any') return limit(node.nodes.map(list));
  if (node.kind === 'all') return node.nodes.map(list).reduce(join, ['']);
  const once = list(node.node);
  if (!once) return undefined;
  // Any space is one space.
  if (once.length === 1 && once[0] === ' ') return node.min === 0 ? ['', ' '] : [' '];
  if (node.max > 3) return undefined;
  const times = Array.from({ length: node.max - node.min + 1 }, (_, more) =>
    Array<string[]>(node.min + more)
      .fill(once)
      .reduce<string[] | undefined>(join, ['']),
  );
  return limit(times);
}

function join(before: string[] | undefined, after: string[] | undefined): string[] | undefined {
  if (!before || !after || before.length * after.length > MOST) return undefined;
  return before.flatMap((first) => after.map((second) => first + second));
}

function limit(lists: (string[] | undefined)[]): string[] | undefined {
  if (lists.some((one) => !one)) return undefined;
  const all = (lists as string[][]).flat();
  return all.length <= MOST ? all : undefined;
}

/** The text, where its edges lie between a word and what is none, and both its ends are edges. */
function read(marked: string): string[] | undefined {
  const pieces = marked.split(EDGE);
  let before = '';
  for (const [index, piece] of pieces.entries()) {
    if (index > 0 && before !== '' && !pieces.slice(index).every((rest) => rest === '')) {
      const next = pieces.slice(index).join('')[0] as string;
      if (WORD.test(before.at(-1) as string) === WORD.test(next)) return undefined;
    }
    before += piece;
  }
  return marked.startsWith(EDGE) && marked.endsWith(EDGE) ? [before.replace(/\s+/g, ' ').trim()] : [''];
}

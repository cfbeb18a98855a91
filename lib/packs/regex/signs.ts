import type { Node } from './tree.ts';

/** Pieces of text that are looked for in a sentence ahead of the expression; more cost more than they spare. */
const MOST_SIGNS = 64;
const LONGEST_SIGN = 40;
const LETTER = /^[\p{L}\p{M}]$/u;

/** What a node meets as far as it is known: all of it in a few strings, or pieces of which one must be there. */
interface Known {
  /** Everything that it meets, small letters; undefined where that is too much. */
  exact: string[] | undefined;
  /** Pieces of which each text that it meets holds one; undefined where there are none. */
  signs: string[] | undefined;
}

const NOTHING: Known = { exact: [''], signs: undefined };
const ANYTHING: Known = { exact: undefined, signs: undefined };

/**
 * Pieces of text, in small letters, of which whatever the expression meets holds at least one: so that it is run on few
 * sentences. Undefined where there are none that tell anything: a single letter or space stands in every sentence.
 */
export function findSigns(node: Node): string[] | undefined {
  const { exact, signs } = know(node);
  return choose(exact, signs);
}

/** Without those that hold another. */
function reduce(signs: readonly string[]): string[] {
  const all = [...new Set(signs)];
  return all.filter((sign) => !all.some((other) => other !== sign && sign.includes(other)));
}

function know(node: Node): Known {
  if (node.kind === 'edge' || node.kind === 'look') return NOTHING;
  if (node.kind === 'char')
    return { exact: node.of && limit([...new Set(node.of.map((char) => char.toLowerCase()))]), signs: undefined };
  if (node.kind === 'any') return unite(node.nodes.map(know));
  if (node.kind === 'all') return join(node.nodes.map(know));
  if (node.max === 0) return NOTHING;
  if (node.min === 0) {
    const { exact } = know(node.node);
    return node.max === 1 && exact ? { exact: limit([...new Set(['', ...exact])]), signs: undefined } : ANYTHING;
  }
  const once = know(node.node);
  if (node.min === 1 && node.max === 1) return once;
  return join([...Array<Known>(Math.min(node.min, 3)).fill(once), ANYTHING]);
}

function unite(parts: Known[]): Known {
  const exact = parts.every((part) => part.exact) ? limit(parts.flatMap((part) => part.exact as string[])) : undefined;
  if (exact) return { exact, signs: undefined };
  const each = parts.map((part) => choose(part.exact, part.signs));
  if (each.some((signs) => !signs)) return ANYTHING;
  return { exact: undefined, signs: limit(reduce((each as string[][]).flat())) };
}

/** One behind the other: runs of what is known exactly are multiplied out, and the best of the pieces is kept. */
function join(parts: Known[]): Known {
  let best: string[] | undefined;
  let run: string[] = [''];
  let isWhole = true;
  const offer = (signs: string[] | undefined) => {
    if (signs && (!best || weigh(signs) > weigh(best))) best = signs;
  };
  for (const { exact, signs } of parts) {
    const longer = exact && limit(run.flatMap((before) => exact.map((after) => before + after)));
    if (longer) {
      run = longer;
      continue;
    }
    isWhole = false;
    offer(choose(run, undefined));
    offer(choose(exact, signs));
    run = exact ?? [''];
  }
  if (isWhole) return { exact: run, signs: undefined };
  offer(choose(run, undefined));
  return { exact: undefined, signs: best };
}

function limit(strings: string[]): string[] | undefined {
  return strings.length <= MOST_SIGNS ? strings : undefined;
}

/** The rarer of two is known by its shortest piece, and by how many there are. */
function weigh(signs: readonly string[]): number {
  return Math.min(...signs.map((sign) => sign.length)) * 100 - signs.length;
}

function choose(exact: string[] | undefined, signs: string[] | undefined): string[] | undefined {
  const pieces = exact?.every(isTelling) ? reduce(exact.map((piece) => shorten(piece))) : undefined;
  if (!pieces || !signs) return pieces ?? signs;
  return weigh(pieces) >= weigh(signs) ? pieces : signs;
}

/** Space around a sign tells little; that around a letter makes a word of it. */
function shorten(piece: string): string {
  const bare = piece.trim();
  return (bare !== '' && isTelling(bare) ? bare : piece).slice(0, LONGEST_SIGN);
}

function isTelling(piece: string): boolean {
  return piece.trim() !== '' ? piece.length > 1 || !LETTER.test(piece) : piece.length > 1;
}

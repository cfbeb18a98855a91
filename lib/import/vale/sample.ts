import { type Node, some } from '../../packs/regex/tree.ts';

const LONGEST = 200;

/** Texts that an expression probably meets, to try it by: with what may be missing left out, with it, and the last of choices. */
export function makeSamples(node: Node): string[] {
  const ways = [
    { most: 0, last: false },
    { most: 1, last: false },
    { most: 2, last: false },
    { most: 1, last: true },
  ];
  const made = ways.map((way) => make(node, way)).filter((text) => text.trim() !== '' && text.length <= LONGEST);
  return [...new Set(made)];
}

interface Way {
  /** How often what may be missing stands there. */
  most: number;
  /** Of choices the last, not the first. */
  last: boolean;
}

function make(node: Node, way: Way): string {
  if (node.kind === 'edge' || node.kind === 'look') return '';
  if (node.kind === 'char') return choose(node.of, way) ?? 'x';
  if (node.kind === 'all') return node.nodes.map((child) => make(child, way)).join('');
  if (node.kind === 'any') {
    const real = node.nodes.filter((child) => !some(child, ({ kind }) => kind === 'edge') || child.kind === 'all');
    return make(choose(real.length > 0 ? real : node.nodes, way) as Node, way);
  }
  return make(node.node, way).repeat(Math.min(node.max, Math.max(node.min, way.most)));
}

function choose<One>(all: readonly One[] | undefined, { last }: Way): One | undefined {
  return last ? all?.at(-1) : all?.[0];
}

/** A regular expression taken apart, as far as is needed to tell how large it is and what must stand in what it meets. */
export type Node =
  /** One character: one of these, or one of too many to list. */
  | { kind: 'char'; of: readonly string[] | undefined; shape?: 'space' | 'word' }
  /** A place between characters; `word` is \b. */
  | { kind: 'edge'; at: 'word' | 'start' | 'end' | 'other' }
  | { kind: 'all'; nodes: Node[] }
  | { kind: 'any'; nodes: Node[] }
  | { kind: 'repeat'; node: Node; min: number; max: number }
  /** A look-around with the span of its inside in the source. */
  | { kind: 'look'; behind: boolean; negated: boolean; node: Node; start: number; end: number };

/** An expression that cannot be read; `at` is the UTF-16 offset in it. */
export class RegexError extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.name = 'RegexError';
    this.at = at;
  }
}

/** How many characters, places and repetitions of them it comes to when written out. */
export function measure(node: Node): number {
  if (node.kind === 'all' || node.kind === 'any') return node.nodes.reduce((sum, child) => sum + measure(child), 1);
  if (node.kind === 'look') return measure(node.node) + 1;
  if (node.kind !== 'repeat') return 1;
  const times = node.max === Number.POSITIVE_INFINITY ? node.min + 1 : node.max;
  return measure(node.node) * Math.max(1, times) + 1;
}

/** Whether a node of the tree answers to this. */
export function some(node: Node, test: (node: Node) => boolean): boolean {
  if (test(node)) return true;
  if (node.kind === 'all' || node.kind === 'any') return node.nodes.some((child) => some(child, test));
  return (node.kind === 'repeat' || node.kind === 'look') && some(node.node, test);
}

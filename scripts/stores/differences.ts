import type { Entry } from './archive.ts';

/** One line for each file that is not the same in both, in the order of their paths. */
export function findDifferences(first: readonly Entry[], second: readonly Entry[]): string[] {
  const before = new Map(first.map(({ path, content }) => [path, content]));
  const after = new Map(second.map(({ path, content }) => [path, content]));
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((path) => {
    const [one, other] = [before.get(path), after.get(path)];
    if (!one) return `${path}: only in the second`;
    if (!other) return `${path}: only in the first`;
    return one.equals(other) ? [] : `${path}: differs from byte ${findFirst(one, other)} on`;
  });
}

function findFirst(one: Buffer, other: Buffer): number {
  const at = one.findIndex((byte, index) => byte !== other[index]);
  return at < 0 ? one.length : at;
}

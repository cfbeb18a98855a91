/** Drawing at random so that everybody who gives the same seed draws the same. */

/** A seeded generator (xorshift, 32 bits): numbers from 0 to 1. */
function createRandom(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
}

/** The list in an order that the seed decides (Fisher and Yates). */
export function shuffle<Item>(items: readonly Item[], seed: number): Item[] {
  const random = createRandom(seed);
  const drawn = [...items];
  for (let at = drawn.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [drawn[at], drawn[other]] = [drawn[other] as Item, drawn[at] as Item];
  }
  return drawn;
}

/** Into which of `parts` equal parts an id falls, from 1: always the same for the same id (FNV-1a). */
export function getPart(id: string, parts: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  // The low bits alone differ too little between ids that end alike.
  return (((hash ^ (hash >>> 15)) >>> 0) % parts) + 1;
}

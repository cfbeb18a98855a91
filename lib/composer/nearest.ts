import type { Block, Caret } from '../editors/editor.ts';
import type { PageFlag } from './check.ts';

/** Where a flag stands as seen from the caret: -1 before it, 0 around it, 1 after it. */
export function getSide({ block, span }: PageFlag, blocks: readonly Block[], caret: Caret): -1 | 0 | 1 {
  const index = ({ id }: Block) => blocks.findIndex((one) => one.id === id);
  const by = block.id === caret.block.id ? 0 : index(block) - index(caret.block);
  if (by !== 0) return by < 0 ? -1 : 1;
  if (span.start > caret.offset) return 1;
  return span.end < caret.offset ? -1 : 0;
}

/** The flag around the caret, else the last before it, else the first; without a caret the last one, where one has just written. */
export function findNearest(flags: readonly PageFlag[], blocks: readonly Block[], caret?: Caret): PageFlag | undefined {
  if (!caret) return flags.at(-1);
  const around = flags.find((flag) => getSide(flag, blocks, caret) === 0);
  return around ?? flags.findLast((flag) => getSide(flag, blocks, caret) < 0) ?? flags[0];
}

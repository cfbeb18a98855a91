import type { Block } from '../editors/editor.ts';
import { OBJECT } from '../editors/words.ts';
import type { Context, Rewrite } from '../engine/types.ts';
import type { PageFlag } from './check.ts';
import type { Grammar } from './grammar.ts';

/** More choices than this are no help to somebody who writes. */
const MOST = 3;

/** Rewrites, asked for when they are to be seen, once for a flag in a block as it reads. */
export function createRewrites(grammar: Grammar) {
  const known = new WeakMap<Block, Map<string, Promise<Rewrite[]>>>();
  return {
    find(flag: PageFlag, context: Context): Promise<Rewrite[]> {
      if (flag.ruleId === 'blank') return Promise.resolve([]);
      const ofBlock = known.get(flag.block) ?? new Map<string, Promise<Rewrite[]>>();
      known.set(flag.block, ofBlock);
      const key = `${flag.key} ${grammar.getEdition()}`;
      const asked =
        ofBlock.get(key) ?? grammar.rewrites(flag.block.text, flag, context).then((all) => choose(all, flag));
      ofBlock.set(key, asked);
      asked.catch(() => ofBlock.delete(key));
      return asked;
    },
  };
}

export type Rewrites = ReturnType<typeof createRewrites>;

/** What stands for a mention or a placeholder cannot be written anew. */
function choose(rewrites: readonly Rewrite[], { block }: PageFlag): Rewrite[] {
  const isWritable = ({ span, text }: Rewrite) => !`${block.text.slice(span.start, span.end)}${text}`.includes(OBJECT);
  return rewrites.filter(isWritable).slice(0, MOST);
}

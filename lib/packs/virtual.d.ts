declare module 'virtual:cando-packs' {
  import type { FoldedPacks } from '../engine/folded.ts';

  const packs: FoldedPacks;
  export default packs;
}

declare module 'virtual:cando-reference' {
  import type { ReferencePack } from './reference.ts';

  const packs: ReferencePack[];
  export default packs;
}

declare module 'virtual:cando-packs' {
  import type { CompiledPack } from '../engine/pack.ts';

  const packs: CompiledPack[];
  export default packs;
}

declare module 'virtual:cando-reference' {
  import type { ReferencePack } from './reference.ts';

  const packs: ReferencePack[];
  export default packs;
}

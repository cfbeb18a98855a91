declare module 'virtual:cando-packs' {
  import type { CompiledPack } from '../engine/pack.ts';

  const packs: CompiledPack[];
  export default packs;
}

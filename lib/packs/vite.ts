import type { Plugin } from 'vite';
import { RULES_FOLDER, readCompiledPacks } from './read.ts';

const NAME = 'virtual:cando-packs';
const RESOLVED = `\0${NAME}`;

/**
 * Makes `import packs from 'virtual:cando-packs'` give the compiled packs, so that neither the YAML parser nor the
 * schema reaches a page.
 */
export function candoPacks(): Plugin {
  return {
    name: 'cando-packs',
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined;
      this.addWatchFile(RULES_FOLDER);
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(readCompiledPacks()))})`;
    },
  };
}

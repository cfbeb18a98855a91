import type { Plugin } from 'vite';
import { foldPacks } from '../engine/folded.ts';
import { RULES_FOLDER, readCompiledPacks } from './read.ts';
import { readReference } from './reference.ts';

/** What the builds import, and how it is read: the packs compiled for the engine, and told for people. */
const MODULES: Record<string, () => unknown> = {
  'virtual:cando-packs': () => foldPacks(readCompiledPacks()),
  'virtual:cando-reference': readReference,
};

/**
 * Makes `import packs from 'virtual:cando-packs'` give the compiled packs, folded, so that neither the YAML parser nor the
 * schema reaches a page; and `virtual:cando-reference` what is told of them to people.
 */
export function candoPacks(): Plugin {
  return {
    name: 'cando-packs',
    resolveId: (id) => (MODULES[id] ? `\0${id}` : undefined),
    load(id) {
      const read = MODULES[id.slice(1)];
      if (!id.startsWith('\0') || !read) return undefined;
      this.addWatchFile(RULES_FOLDER);
      return `export default JSON.parse(${JSON.stringify(toOneByte(JSON.stringify(read())))})`;
    },
  };
}

/** Without what takes two bytes in memory, and without what makes the minifier write a template, which is kept twice. */
function toOneByte(json: string): string {
  return json.replace(/['`\u0100-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

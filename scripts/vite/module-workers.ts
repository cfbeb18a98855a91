import type { Plugin } from 'vite';

const QUERY = '?module-worker';

/**
 * Makes `import url from './x.ts?module-worker'` give the address of a module worker that shares its chunks with the pages: by
 * Vite's own `?worker` all that it imports would lie in the package once more.
 */
export function moduleWorkers(): Plugin {
  let isServing = false;
  return {
    name: 'cando:module-workers',
    enforce: 'pre',
    configResolved({ command }) {
      isServing = command === 'serve';
    },
    async resolveId(source, importer) {
      if (!source.endsWith(QUERY)) return undefined;
      const file = await this.resolve(source.slice(0, -QUERY.length), importer);
      return file && `\0${file.id}${QUERY}`;
    },
    load(id) {
      if (!id.startsWith('\0') || !id.endsWith(QUERY)) return undefined;
      const file = id.slice(1, -QUERY.length);
      if (isServing) return `export default new URL(${JSON.stringify(file)}, import.meta.url).href`;
      return `export default import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'chunk', id: file })}`;
    },
  };
}

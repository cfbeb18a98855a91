import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'wxt';
import { candoPacks } from './lib/packs/vite.ts';
import { createLicences, LICENCES_FILE } from './scripts/vite/licences.ts';
import { moduleWorkers } from './scripts/vite/module-workers.ts';
import { noConnection } from './scripts/vite/no-connection.ts';
import { noHtml } from './scripts/vite/no-html.ts';

/** The demo build also works on the local demo desk, where any multi-line editable is a reply box. */
const DEMO_HOST = 'http://localhost/*';

/**
 * The extension's pages and worker run scripts of the package alone. The worker may ask for packs that are followed; pages take back
 * for themselves what this line gives them, see `no-connection.ts`.
 */
const getContentSecurity = (mode: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src https:${mode === 'demo' ? ' http://localhost:*' : ''}`,
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');

const licences = createLicences(import.meta.dirname);

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/i18n/module'],
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser, command, mode }) => ({
    name: 'CanDo',
    description: '__MSG_extension_summary__',
    default_locale: 'en',
    permissions: ['storage', 'scripting', 'activeTab', 'alarms', ...(browser === 'firefox' ? [] : ['offscreen'])],
    // Each further desk or site is asked for by itself, when the user switches it on.
    optional_host_permissions: ['https://*/*'],
    // While `wxt` serves, pages need its socket.
    ...(command === 'build' && { content_security_policy: { extension_pages: getContentSecurity(mode) } }),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: '{181227a4-8a3d-409d-9845-8202042fa6ba}',
              // 140 is the first with CSS highlights, 142 the first that reads the declaration of data collection on every system.
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          // The first with `light-dark()`, on which our colours stand.
          minimum_chrome_version: '123',
          // What a policy may hold; Firefox wants no list of it.
          storage: { managed_schema: 'managed-schema.json' },
        }),
  }),
  hooks: {
    'build:manifestGenerated': (wxt, manifest) => {
      const scripts = manifest.content_scripts ?? [];
      if (wxt.config.mode === 'demo') {
        for (const script of scripts) script.matches = [...new Set([...(script.matches ?? []), DEMO_HOST])];
      }
      // In Firefox the background is the grammar host.
      const { background } = manifest;
      if (background && 'scripts' in background) background.scripts = ['packs.js', ...(background.scripts ?? [])];
      // Scripts run, and are brought into frames when needed, on the same hosts.
      manifest.host_permissions = [...new Set(scripts.flatMap((script) => script.matches ?? []))];
    },
    'build:done': (wxt) => writeFileSync(join(wxt.config.outDir, LICENCES_FILE), licences.write()),
  },
  // WXT brings a Vite of its own, an older one whose plugin type differs in parts that are not used here.
  vite: () => ({
    plugins: [
      candoPacks(),
      moduleWorkers(),
      keepOut(),
      noHtml(),
      noConnection(),
      licences.plugin,
      forProduction(),
    ] as never,
    // Every browser that CanDo runs in loads modules ahead by itself; the polyfill would be a fetch() in each page.
    build: { modulePreload: { polyfill: false } },
  }),
});

/** Editors of the demo and the tests, some under the GPL. */
const EDITORS =
  /^(?:ckeditor[45]|prosemirror-\w+|@tiptap\/\w+|@?lexical|draft-js|slate|slate-\w+|quill|quill-1|tinymce|roosterjs|trix|squire-rte|froala-editor)(?:\/|$)/;

/** Fails the build on an import of an editor: none is ever shipped. */
function keepOut() {
  return {
    name: 'cando:keep-out',
    enforce: 'pre' as const,
    resolveId(source: string, importer?: string) {
      if (EDITORS.test(source)) throw new Error(`${importer} imports ${source}: never in a build.`);
    },
  };
}

/** WXT hands the mode to libraries as their environment; all but `production` is development there, and React twice as big. */
function forProduction() {
  process.env.NODE_ENV = 'production';
  return {
    name: 'cando:production',
    enforce: 'post' as const,
    config: () => ({ define: { 'process.env.NODE_ENV': '"production"' } }),
  };
}

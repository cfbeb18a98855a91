import { defineConfig } from 'wxt';
import { candoPacks } from './lib/packs/vite.ts';

/** The demo build also works on the local demo desk, where any multi-line editable is a reply box. */
const DEMO_HOST = 'http://localhost/*';

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/i18n/module'],
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser }) => ({
    name: 'CanDo',
    description: '__MSG_extension_summary__',
    default_locale: 'en',
    permissions: browser === 'firefox' ? ['storage'] : ['storage', 'offscreen'],
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: '{181227a4-8a3d-409d-9845-8202042fa6ba}',
              // 140 is the first with CSS highlights and with the declaration of data collection.
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : // `match_origin_as_fallback` is honoured for content scripts in the manifest from 119 on.
        { minimum_chrome_version: '119' }),
  }),
  hooks: {
    'build:manifestGenerated': (wxt, manifest) => {
      const scripts = manifest.content_scripts ?? [];
      if (wxt.config.mode === 'demo') {
        for (const script of scripts) script.matches = [...new Set([...(script.matches ?? []), DEMO_HOST])];
      }
      const matches = [...new Set(scripts.flatMap((script) => script.matches ?? []))];
      // What a reply box loads at its first focus, readable from the desks alone.
      manifest.web_accessible_resources = [{ resources: ['coach.js', 'card.js'], matches }];
    },
  },
  // WXT brings a Vite of its own, an older one whose plugin type differs in parts that are not used here.
  vite: () => ({ plugins: [candoPacks(), keepOut('ckeditor5'), forProduction()] as never }),
});

/** Fails the build on an import of a package that must never be shipped: CKEditor is GPL, for the demo and tests alone. */
function keepOut(name: string) {
  return {
    name: 'cando:keep-out',
    enforce: 'pre' as const,
    resolveId(source: string, importer?: string) {
      if (source === name || source.startsWith(`${name}/`))
        throw new Error(`${importer} imports ${name}: never in a build.`);
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

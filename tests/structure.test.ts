import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readPacks } from '../lib/packs/read.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = ['bin', 'components', 'demo', 'entrypoints', 'lib', 'scripts', 'tests'];

/** What each folder may import: folders of ours, and packages. The longest matching folder decides. */
const ALLOWED: Record<string, { own: string[]; packages: string[] }> = {
  'lib/engine': { own: ['lib/engine'], packages: ['compromise', 're2js'] },
  'lib/packs': { own: ['lib/packs', 'lib/engine'], packages: ['yaml', 'zod', 're2js', 'vite', 'node:'] },
  // Of the workshop and of `cando pack`: never on a coached page.
  'lib/workshop': {
    own: ['lib/workshop', 'lib/import', 'lib/packs', 'lib/engine'],
    packages: ['yaml', 'papaparse', 'diff'],
  },
  'lib/import': { own: ['lib/import', 'lib/packs', 'lib/engine'], packages: ['yaml', 'zod', 'fflate', 'papaparse'] },
  'lib/sites': { own: ['lib/sites', 'lib/engine/types.ts', 'lib/storage/pack-origins.ts'], packages: ['wxt'] },
  'lib/editors': { own: ['lib/editors', 'lib/engine/types.ts'], packages: ['@floating-ui/dom'] },
  'lib/keys': { own: ['lib/keys'], packages: [] },
  // Numbers under ids, in pages, the worker and Node alike: the server's client stands apart in `lib/clickhouse`.
  'lib/stats': { own: ['lib/stats'], packages: ['zod', 'papaparse'] },
  // A team's files: runs in a worker of the page of statistics.
  'lib/team': { own: ['lib/team', 'lib/stats', 'lib/storage/team-db.ts', 'lib/storage/area.ts'], packages: [] },
  // A team's server: its client runs in the worker alone.
  'lib/clickhouse': {
    own: ['lib/clickhouse', 'lib/stats', 'lib/connect.ts', 'lib/storage/identity.ts', 'lib/storage/server.ts'],
    packages: ['@clickhouse/client-web', 'dexie'],
  },
  'lib/connect.ts': { own: [], packages: [] },
  'lib/subscriptions': {
    own: ['lib/subscriptions', 'lib/connect.ts', 'lib/engine/pack.ts', 'lib/engine/message.ts', 'lib/packs/faults.ts'],
    packages: [],
  },
  'lib/storage': {
    own: [
      ...['lib/storage', 'lib/keys', 'lib/engine/types.ts', 'lib/engine/pack.ts', 'lib/engine/layers.ts'],
      ...['lib/subscriptions/subscription.ts', 'lib/stats'],
    ],
    packages: ['wxt', 'dexie'],
  },
  'lib/clock.ts': { own: [], packages: ['wxt'] },
  'lib/badge.ts': { own: ['lib/engine/types.ts'], packages: ['wxt'] },
  'lib/draft-link.ts': { own: ['lib/engine/types.ts'], packages: [] },
  'lib/stores': {
    own: [
      'lib/stores',
      'lib/storage',
      'lib/subscriptions',
      'lib/sites',
      'lib/keys',
      'lib/draft-link.ts',
      'lib/clock.ts',
      'lib/workshop',
      'lib/engine/types.ts',
      'lib/packs/pack-file.ts',
      'lib/packs/pack-schema.ts',
      'lib/messages.ts',
      'lib/engine/pack.ts',
      'lib/stats',
      'lib/team',
      'lib/clickhouse/trouble.ts',
    ],
    packages: ['wxt', 'zustand'],
  },
  'lib/composer': {
    own: [
      ...['lib/composer', 'lib/engine', 'lib/editors', 'lib/sites', 'lib/storage', 'lib/keys', 'components'],
      ...['lib/messages.ts', 'lib/clock.ts', 'lib/draft-link.ts', 'lib/stats'],
    ],
    packages: ['@floating-ui/dom', 'wxt', '#i18n'],
  },
  'lib/messages.ts': { own: ['lib/engine', 'lib/stats/counts.ts', 'lib/stats/source.ts'], packages: ['wxt'] },
  'lib/background': {
    own: [
      ...['lib/background', 'lib/storage', 'lib/subscriptions', 'lib/engine/layers.ts', 'lib/engine/pack.ts'],
      ...['lib/messages.ts', 'lib/clock.ts', 'lib/stats', 'lib/clickhouse'],
    ],
    packages: ['wxt'],
  },
  'lib/shipped-packs.ts': { own: ['lib/engine'], packages: [] },
  components: {
    own: [
      ...['components', 'lib/stores', 'lib/keys', 'lib/engine/types.ts', 'lib/composer/view.ts', 'lib/draft-link.ts'],
      ...['lib/storage/settings.ts', 'lib/storage/variety.ts', 'lib/storage/steps.ts', 'lib/storage/policy.ts'],
      ...['lib/storage/managed.ts', 'lib/storage/packs.ts', 'lib/storage/mastered.ts'],
      ...['lib/storage/identity.ts', 'lib/team'],
      ...['lib/packs/reference.ts', 'lib/packs/team-reference.ts', 'lib/packs/faults.ts', 'lib/sites/index.ts'],
      'lib/workshop',
      ...[
        'lib/engine/phrase/tell.ts',
        'lib/subscriptions/compare.ts',
        'lib/engine/pack.ts',
        'lib/stats',
        'lib/clickhouse/trouble.ts',
      ],
    ],
    packages: ['react', 'react-dom', 'zustand', '#i18n', '@visx'],
  },
  entrypoints: {
    own: ['entrypoints', 'components', 'lib'],
    packages: ['wxt', 'virtual:cando-packs', 'virtual:cando-reference', 'react', '#i18n'],
  },
  bin: { own: ['bin', 'lib'], packages: ['node:', 'papaparse'] },
};

/** Only these engine files may load compromise and re2js: the page's bundle starts at the scanner and must not reach it. */
const GRAMMAR = ['lib/engine/grammar', 'lib/engine/checks/pattern.ts', 'lib/engine/checks/regex.ts'];

function listFiles(folder: string, name = /\.(?:ts|tsx|mjs)$/): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !file.includes('node_modules'));
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+['"]([^'"]+)['"]|(?:^|\n)\s*import\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g;

function listImports(file: string): string[] {
  const source = readFileSync(join(root, file), 'utf8');
  return [...source.matchAll(IMPORT)].map(([, from, bare, dynamic]) => (from ?? bare ?? dynamic) as string);
}

function toOwn(file: string, specifier: string): string {
  return relative(root, resolve(root, dirname(file), specifier.replace(/\?.*$/, '')));
}

function isIn(file: string, folder: string): boolean {
  return file === folder || file.startsWith(`${folder}/`);
}

const files = SOURCES.flatMap((folder) => listFiles(folder));
const styles = ['components', 'entrypoints', 'lib'].flatMap((folder) => listFiles(folder, /\.css$/));

describe('the structure of the project', () => {
  it.each(Object.keys(ALLOWED))('%s imports only what it may', (folder) => {
    const { own, packages } = ALLOWED[folder] as { own: string[]; packages: string[] };
    const offences = files
      .filter((file) => isIn(file, folder))
      .flatMap((file) =>
        listImports(file)
          .filter((specifier) =>
            specifier.startsWith('.')
              ? !own.some((allowed) => isIn(toOwn(file, specifier), allowed))
              : !packages.some(
                  (allowed) =>
                    specifier === allowed || specifier.startsWith(allowed.endsWith(':') ? allowed : `${allowed}/`),
                ),
          )
          .map((specifier) => `${file} imports ${specifier}`),
      );
    expect(offences).toEqual([]);
  });

  it('needs no package for the scripts that run first', () => {
    const offences = files
      .filter((file) => file.endsWith('.mjs'))
      .flatMap((file) => listImports(file).filter((name) => !name.startsWith('.') && !name.startsWith('node:')));
    expect(offences).toEqual([]);
  });

  it('loads the grammar only where it runs, so that no page does', () => {
    const reached = new Set<string>();
    const visit = (file: string) => {
      if (reached.has(file) || !existsSync(join(root, file))) return;
      reached.add(file);
      for (const specifier of listImports(file)) if (specifier.startsWith('.')) visit(toOwn(file, specifier));
    };
    visit('entrypoints/coach.ts');
    visit('entrypoints/composer.content.ts');
    expect(reached.has('lib/engine/scanner.ts')).toBe(true);
    expect([...reached].filter((file) => GRAMMAR.some((folder) => isIn(file, folder)))).toEqual([]);
    const forPages = ['lib/packs', 'lib/workshop', 'lib/storage/workshop-db.ts', 'lib/storage/stats-db.ts'];
    expect([...reached].filter((file) => forPages.some((folder) => isIn(file, folder)))).toEqual([]);
  });

  it('knows no document, browser, file or clock in the engine', () => {
    const offences = files
      .filter((file) => isIn(file, 'lib/engine'))
      .filter((file) => {
        const code = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
        return /\b(?:document|window|browser|chrome|process|Date|performance|localStorage)\b\s*[.(]/.test(code);
      });
    expect(offences).toEqual([]);
  });

  it('writes no markup and evaluates no text', () => {
    const offences = files
      .filter((file) => /^(?:components|entrypoints|lib)\//.test(file))
      .filter((file) =>
        /\.(?:innerHTML|outerHTML)\b|insertAdjacentHTML|dangerouslySetInnerHTML|\beval\(|new Function\(|document\.write/.test(
          readFileSync(join(root, file), 'utf8'),
        ),
      );
    expect(offences).toEqual([]);
  });

  it('connects to nothing but what is followed or set, and from one line alone', () => {
    const ways =
      /\bfetch\s*\(|XMLHttpRequest|WebSocket|WebTransport|sendBeacon|EventSource|RTCPeerConnection|importScripts/;
    const offences = files
      .filter((file) => /^(?:components|entrypoints|lib)\//.test(file))
      .filter((file) => ways.test(readFileSync(join(root, file), 'utf8')));
    expect(offences).toEqual(['lib/connect.ts']);
    // What connects, and from where: the worker alone.
    const importers = files.filter((file) =>
      listImports(file).some((name) => /(?:^|\/)(?:connect\.ts|client-web)$/.test(name)),
    );
    expect(importers).toEqual(['lib/clickhouse/server.ts', 'lib/subscriptions/fetch.ts']);
    const reached = new Set<string>();
    const visit = (file: string) => {
      if (reached.has(file) || !existsSync(join(root, file))) return;
      reached.add(file);
      for (const specifier of listImports(file)) if (specifier.startsWith('.')) visit(toOwn(file, specifier));
    };
    for (const file of files) if (file.startsWith('entrypoints/') && file !== 'entrypoints/background.ts') visit(file);
    expect(reached.has('lib/stores/stats.ts')).toBe(true);
    expect([...reached].filter((file) => [...importers, 'lib/connect.ts'].includes(file))).toEqual([]);
  });

  it('runs the engine, the packs and the command line in plain Node: imports carry their extension', () => {
    const offences = files
      .filter((file) => /^(?:bin|lib)\//.test(file))
      .flatMap((file) => listImports(file).map((specifier) => ({ file, specifier })))
      .filter(({ specifier }) => specifier.startsWith('.') && !/\.(?:ts|tsx|css\?inline)$/.test(specifier));
    expect(offences).toEqual([]);
  });

  it('keeps every file small enough to read at a sitting', () => {
    const long = files.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 320);
    expect(long).toEqual([]);
  });

  it('keeps every rule to one small file of its own', () => {
    const packs = readPacks();
    const long = packs
      .flatMap((pack) => [...pack.sources.values()])
      .filter(({ file }) => readFileSync(join(root, file), 'utf8').split('\n').length > 70)
      .map(({ file }) => file);
    expect(packs.map((pack) => pack.id)).toEqual(expect.arrayContaining(['cant-focus', 'deflecting', 'policy-hiding']));
    expect(long).toEqual([]);
  });

  it('knows a start and an end in its styles, and no left and right, so that they can be mirrored', () => {
    // What is put in its place by a transform starts at the window's corner, whatever the direction.
    const PLACED = 'inset: 0 auto auto 0';
    const offences = styles.flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/([\w-]+):\s*([^;{}]+);/g)]
        .filter(([whole, name = '', value = '']) => {
          const [, right, , left = right] = value.split(/ (?![^(]*\))/);
          const isUneven = /^(?:margin|padding|inset|border-radius)$/.test(name) && right !== left;
          return /\b(?:left|right)\b/.test(whole) || (isUneven && !whole.startsWith(PLACED));
        })
        .map(([whole]) => `${file}: ${whole}`),
    );
    expect(styles.length).toBeGreaterThan(8);
    expect(offences).toEqual([]);
  });

  it('ships a store build that names no local address', () => {
    const config = readFileSync(join(root, 'wxt.config.ts'), 'utf8');
    expect(config).toContain("wxt.config.mode === 'demo'");
  });
});

// Builds what is older than its sources. No imports from packages here.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, tool } from './setup.mjs';

const wxt = tool('wxt/bin/wxt.mjs');
const SHIPPED = [
  'LICENSE',
  'components',
  'entrypoints',
  'lib',
  'locales',
  'public',
  'rules',
  'scripts/vite',
  'wxt.config.ts',
  'package-lock.json',
];

/** What can be built, from which sources, into which folder of `.output`, and how. */
const builds = {
  store: { from: SHIPPED, to: 'chrome-mv3', command: [wxt, 'build'] },
  firefox: { from: SHIPPED, to: 'firefox-mv3', command: [wxt, 'build', '--browser', 'firefox'] },
  demo: { from: SHIPPED, to: 'chrome-mv3-demo', command: [wxt, 'build', '--mode', 'demo'] },
  'firefox-demo': {
    from: SHIPPED,
    to: 'firefox-mv3-demo',
    command: [wxt, 'build', '--browser', 'firefox', '--mode', 'demo'],
  },
  desk: {
    from: ['demo', 'public', 'package-lock.json'],
    to: 'demo',
    command: [tool('vite/bin/vite.js'), 'build', 'demo'],
  },
  editors: {
    from: ['tests/fixtures/editors', 'package-lock.json'],
    to: 'editors',
    command: [tool('vite/bin/vite.js'), 'build', 'tests/fixtures/editors'],
  },
};

/**
 * @param {keyof typeof builds} name
 * @returns {Promise<string>} the folder of a build that is as new as its sources
 * @throws {Error} when the build fails; what it said is on the error stream
 */
export async function build(name) {
  const { from, to, command } = builds[name];
  const folder = join(root, '.output', to);
  const stamp = join(root, '.output', '.stamps', name);
  const sources = hash(from);
  if (existsSync(folder) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return folder;
  console.log(`Building ${to} ...`);
  if ((await run(command, { quiet: true })) !== 0)
    throw new Error(`The build of ${to} failed; what it said stands above.`);
  mkdirSync(join(root, '.output', '.stamps'), { recursive: true });
  writeFileSync(stamp, sources);
  return folder;
}

/** @param {string[]} sources */
function hash(sources) {
  const sum = createHash('sha256');
  for (const file of sources.flatMap((source) => listFiles(join(root, source)))) {
    sum.update(file).update(readFileSync(file));
  }
  return sum.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function listFiles(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => listFiles(join(path, name)));
}

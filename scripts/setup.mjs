// Runs on a bare machine: Node 20 or newer, npm, and nothing installed. No imports from packages here.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project, whatever folder the command was called from. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const bin = join(root, 'node_modules', '.bin');

/** The Node that the project brings along, so that a machine with an older one runs the same. */
export const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Installs what is missing: when nothing is installed yet, or the lockfile names other versions than those installed. */
export function install() {
  if (isInstalled()) return;
  console.log('Installing what is missing (npm install) ...');
  // Not `npm ci`: it refuses a lockfile that lacks another system's optional packages.
  const done = spawnSync(npm, ['install', '--no-save', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) stop('npm install failed, so nothing could be installed; its own message stands above.');
}

function isInstalled() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed) || !existsSync(node)) return false;
  const have = readPackages(installed);
  return Object.entries(readPackages(join(root, 'package-lock.json'))).every(
    // Optional packages are for other systems as often as for this one.
    ([path, { version, optional, devOptional }]) =>
      path === '' || optional || devOptional || have[path]?.version === version,
  );
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>}
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/**
 * Runs a file of the project, or a program that a package brings, on the project's Node.
 * @param {string[]} args a script and its arguments
 * @param {{ quiet?: boolean }} [options] `quiet` prints what it said only when it fails
 * @returns {Promise<number>} its exit code
 */
export function run(args, { quiet = false } = {}) {
  const child = spawn(node, args, {
    cwd: root,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: { ...process.env, PATH: [bin, dirname(node), process.env.PATH].join(delimiter) },
  });
  /** @type {Buffer[]} */
  const said = [];
  child.stdout?.on('data', (chunk) => said.push(chunk));
  child.stderr?.on('data', (chunk) => said.push(chunk));
  return new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('close', (code, signal) => {
      const result = code ?? (signal ? 130 : 1);
      if (result !== 0) process.stderr.write(Buffer.concat(said));
      resolve(result);
    });
  });
}

/** Installs what is missing, and writes what the tests import of the build: the words in `locales/` as types and functions. */
export async function prepare() {
  install();
  if ((await run([tool('wxt/bin/wxt.mjs'), 'prepare'], { quiet: true })) !== 0)
    stop('The build could not be prepared.');
}

/**
 * The file behind a program of a package, so that it runs without a shell on every system.
 * @param {string} path e.g. `vitest/vitest.mjs`
 */
export function tool(path) {
  return join(root, 'node_modules', ...path.split('/'));
}

/**
 * Ends the run with one sentence.
 * @param {string} sentence
 * @returns {never}
 */
export function stop(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}

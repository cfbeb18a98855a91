// Runs on a bare machine: no imports from packages here.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * A browser found on the machine.
 * `branded`: Google Chrome and Edge, which ignore `--load-extension` (Chrome since version 137).
 * @typedef {{ path: string, branded: boolean }} Browser
 */

const NONE =
  'No Chromium was found on this machine: install it (Debian and Ubuntu: apt install chromium; macOS: brew install --cask chromium; ' +
  'any system: npx playwright install chromium) or name one in CHROME_PATH.';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-for-testing', 'google-chrome', 'google-chrome-stable'];

/**
 * The browser to use; plain Chromium before a branded one. On Debian as root, installs `chromium` when there is none.
 * @returns {Browser}
 * @throws {Error} with one sentence that says how to get one
 */
export function getBrowser() {
  const browser = findBrowser() ?? (installPackage('chromium') ? findBrowser() : undefined);
  if (!browser) throw new Error(NONE);
  return browser;
}

/** @returns {Browser | undefined} */
export function findBrowser() {
  const named = process.env.CANDO_CHROME || process.env.CHROME_PATH;
  if (named) return existsSync(named) ? { path: named, branded: isBranded(named) } : undefined;
  const found = [...onPath(NAMES), ...inUsualPlaces(), ...fromPlaywright()].filter((path) => existsSync(path));
  const path = found.find((candidate) => !isBranded(candidate)) ?? found[0];
  return path ? { path, branded: isBranded(path) } : undefined;
}

/**
 * Where these programs would be, by the folders of the PATH.
 * @param {string[]} names
 */
export function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function inUsualPlaces() {
  if (process.platform === 'darwin') {
    return ['Chromium', 'Google Chrome for Testing', 'Google Chrome'].flatMap((name) =>
      ['/Applications', join(homedir(), 'Applications')].map((at) => join(at, `${name}.app/Contents/MacOS/${name}`)),
    );
  }
  if (process.platform === 'win32') {
    const { LOCALAPPDATA = '', PROGRAMFILES = '', 'PROGRAMFILES(X86)': x86 = '' } = process.env;
    return ['Chromium', 'Google\\Chrome'].flatMap((name) =>
      [LOCALAPPDATA, PROGRAMFILES, x86].filter(Boolean).map((at) => join(at, name, 'Application', 'chrome.exe')),
    );
  }
  return ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium', '/opt/google/chrome/chrome'];
}

/** What `npx playwright install chromium` has put into its cache, newest first. */
function fromPlaywright() {
  const cache =
    process.env.PLAYWRIGHT_BROWSERS_PATH ||
    {
      darwin: join(homedir(), 'Library/Caches/ms-playwright'),
      win32: join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
    }[/** @type {string} */ (process.platform)] ||
    join(homedir(), '.cache/ms-playwright');
  if (!existsSync(cache)) return [];
  const mac = ['Chromium', 'Google Chrome for Testing'].map((name) => `${name}.app/Contents/MacOS/${name}`);
  const inside = ['chrome-linux/chrome', 'chrome-linux64/chrome', 'chrome-win/chrome.exe', 'chrome-win64/chrome.exe'];
  const macs = ['chrome-mac', 'chrome-mac-arm64', 'chrome-mac-x64'].flatMap((folder) =>
    mac.map((app) => `${folder}/${app}`),
  );
  return readdirSync(cache)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.split('-')[1]) - Number(a.split('-')[1]))
    .flatMap((name) => [...inside, ...macs].map((rest) => join(cache, name, rest)));
}

/**
 * Whether the browser ignores `--load-extension`. Chrome for Testing does not.
 * @param {string} path
 */
function isBranded(path) {
  // On Windows `--version` opens a window instead of printing.
  if (process.platform === 'win32') return /Google\\Chrome|Edge/.test(path);
  const version = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 }).stdout ?? '';
  return /Google Chrome|Edge/.test(version) && !version.includes('for Testing');
}

/**
 * Installs a package of Debian's, on Debian as root.
 * @param {string} name
 * @returns {boolean} whether it is worth looking again
 */
export function installPackage(name) {
  if (process.platform !== 'linux' || !existsSync('/etc/debian_version') || process.getuid?.() !== 0) return false;
  console.log(`Not here yet: installing ${name} (apt-get install ${name}) ...`);
  const apt = (/** @type {string[]} */ ...args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  apt('update', '-q');
  return apt('install', '-y', '-q', '--no-install-recommends', name);
}

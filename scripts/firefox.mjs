// Runs on a bare machine: no imports from packages here.
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { installPackage, onPath } from './browser.mjs';

const NONE =
  'No Firefox was found on this machine: install it (Debian: apt install firefox-esr; macOS: brew install --cask firefox; ' +
  'any system: npx @puppeteer/browsers install firefox --path ~/.cache/puppeteer) or name one in CANDO_FIREFOX.';

/**
 * The Firefox to use. On Debian as root, installs `firefox-esr` when there is none.
 * @returns {string} its path
 * @throws {Error} with one sentence that says how to get one
 */
export function getFirefox() {
  const named = process.env.CANDO_FIREFOX;
  if (named && !existsSync(named)) throw new Error(`CANDO_FIREFOX names ${named}, and there is no such file.`);
  const path = findFirefox() ?? (installPackage('firefox-esr') ? findFirefox() : undefined);
  if (!path) throw new Error(NONE);
  return path;
}

/** @returns {string | undefined} its path */
export function findFirefox() {
  const named = process.env.CANDO_FIREFOX;
  const places = named ? [named] : [...onPath(['firefox', 'firefox-esr']), ...inUsualPlaces(), ...fromPuppeteer()];
  return places.find((path) => existsSync(path));
}

function inUsualPlaces() {
  if (process.platform === 'darwin') {
    return ['Firefox', 'Firefox Developer Edition', 'Firefox Nightly'].flatMap((name) =>
      ['/Applications', join(homedir(), 'Applications')].map((at) => join(at, `${name}.app/Contents/MacOS/firefox`)),
    );
  }
  if (process.platform === 'win32') {
    const { LOCALAPPDATA = '', PROGRAMFILES = '', 'PROGRAMFILES(X86)': x86 = '' } = process.env;
    return [PROGRAMFILES, x86, LOCALAPPDATA].filter(Boolean).map((at) => join(at, 'Mozilla Firefox', 'firefox.exe'));
  }
  return ['/usr/bin/firefox', '/usr/bin/firefox-esr', '/snap/bin/firefox', '/opt/firefox/firefox'];
}

/** What `npx @puppeteer/browsers install firefox` has put into its cache, newest first. */
function fromPuppeteer() {
  const cache = join(process.env.PUPPETEER_CACHE_DIR || join(homedir(), '.cache', 'puppeteer'), 'firefox');
  if (!existsSync(cache)) return [];
  const inside = ['firefox/firefox', 'core/firefox.exe', 'firefox/firefox.exe'];
  const macs = ['Firefox', 'Firefox Nightly'].map((name) => `${name}.app/Contents/MacOS/firefox`);
  return readdirSync(cache)
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .flatMap((build) => [...inside, ...macs].map((rest) => join(cache, build, rest)));
}

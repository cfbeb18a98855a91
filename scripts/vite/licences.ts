import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The file in every build that holds the licences of all that is in it. */
export const LICENCES_FILE = 'licenses.txt';

/** Packages without the text, and the package of the same project that brings it (github.com/wxt-dev/wxt, seen November 2026). */
const TEXT_ELSEWHERE: Record<string, string> = { '@wxt-dev/i18n': 'wxt', '@wxt-dev/browser': 'wxt' };

/** Notes each package of which code reaches a bundle, and writes out their licences, the same for the same packages. */
export function createLicences(root: string) {
  const folders = new Set<string>();
  return {
    plugin: {
      name: 'cando:licences',
      generateBundle(_: unknown, bundle: Record<string, { modules?: Record<string, { renderedLength: number }> }>) {
        for (const { modules = {} } of Object.values(bundle)) {
          for (const [id, { renderedLength }] of Object.entries(modules)) {
            const folder = renderedLength > 0 ? findPackage(id) : undefined;
            if (folder) folders.add(folder);
          }
        }
      },
    },
    write: () => writeLicences(root, [...folders]),
  };
}

/**
 * @param id a module's path
 * @returns the folder of its package from `node_modules/` on, or undefined when the module is ours
 */
export function findPackage(id: string): string | undefined {
  const path = id.replaceAll('\\', '/');
  const start = path.lastIndexOf('/node_modules/');
  if (start < 0) return undefined;
  const [, name] = /^((?:@[^/]+\/)?[^/]+)\//.exec(path.slice(start + '/node_modules/'.length)) ?? [];
  return name && path.slice(path.indexOf('/node_modules/') + 1, start + '/node_modules/'.length) + name;
}

/** @throws {Error} for a package without a licence's text: it may not be shipped before somebody has read it */
export function writeLicences(root: string, folders: readonly string[]): string {
  const notices = folders.map((folder) => readNotice(root, folder));
  const own = `CanDo\n\n${readFileSync(join(root, 'LICENSE'), 'utf8').trim()}`;
  return `${[own, ...new Set(notices.sort())].join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
}

function readNotice(root: string, folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const elsewhere = TEXT_ELSEWHERE[name];
  const text = readText(elsewhere ? join(root, 'node_modules', elsewhere) : join(root, folder));
  if (!text) throw new Error(`${name} brings no text of its licence (${license}).`);
  return `${name} ${version} (${license})\n\n${text}`;
}

function readText(folder: string): string | undefined {
  const file = readdirSync(folder).find((entry) => /^licen[sc]e(?:\.(?:md|txt))?$/i.test(entry));
  return file && readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
}

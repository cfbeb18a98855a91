import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Entry } from './archive.ts';

/**
 * All that a build needs, and what a reviewer reads. Tests, the demo desk and pictures stay out: they take no part in a build.
 */
export const SOURCES = [
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'PRIVACY.md',
  'README.md',
  'components',
  'docs/permissions.md',
  'docs/store',
  'docs/threats.md',
  'entrypoints',
  'lib',
  'locales',
  'package-lock.json',
  'package.json',
  'public',
  'rules',
  'scripts/compare.ts',
  'scripts/setup.mjs',
  'scripts/stores',
  'scripts/vite',
  'scripts/zip.ts',
  'tsconfig.json',
  'wxt.config.ts',
];

/** The files at these paths under a folder, those in folders too, in the order of their paths. */
export function readFiles(folder: string, paths: readonly string[] = ['']): Entry[] {
  const files = paths.flatMap((path) => {
    if (!statSync(join(folder, path)).isDirectory()) return [path];
    return readdirSync(join(folder, path), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length));
  });
  return files
    .map((file) => ({ path: file.replaceAll('\\', '/'), content: readFileSync(join(folder, file)) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Writes files into a folder, which is made. */
export function writeFiles(folder: string, entries: readonly Entry[]): void {
  for (const { path, content } of entries) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

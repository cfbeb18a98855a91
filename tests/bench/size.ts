import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { Line } from './report.ts';

const KILOBYTE = 1024;
/** What one page loads of the package. */
const PAGE = ['content-scripts/composer.js', 'packs.js', 'coach.js', 'card.js'];
/** With all that is planned; the first version had 600. */
const PACKAGE_BUDGET = 1200;
const PAGE_BUDGET = 300;

/** The size of the store build, each file deflated as in the zip that is uploaded. */
export function measureSize(folder: string): Line[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const zipped = (paths: readonly string[]) =>
    paths.reduce((sum, path) => sum + deflateRawSync(readFileSync(path), { level: 9 }).length, 0) / KILOBYTE;
  const whole = zipped(files);
  const page = zipped(PAGE.map((name) => join(folder, name)));
  return [
    toLine('package, zipped', whole, PACKAGE_BUDGET),
    toLine('what a page loads at most, zipped', page, PAGE_BUDGET),
  ];
}

function toLine(what: string, kilobytes: number, budget: number): Line {
  return { what, budget: `≤ ${budget} KB`, measured: `${Math.round(kilobytes)} KB`, kept: kilobytes <= budget };
}

/**
 * `npm run compare`: builds all uploads twice in clean folders, the second time from the sources that Mozilla is given, and
 * compares every file and every archive. Ends with 1 and the names of those that differ.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { node, root, stop } from './setup.mjs';
import { unzip } from './stores/archive.ts';
import { findDifferences } from './stores/differences.ts';
import { readFiles, SOURCES, writeFiles } from './stores/files.ts';

const work = mkdtempSync(join(tmpdir(), 'cando-compare-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

const first = build('first', readFiles(root, SOURCES));
const second = build('second and elsewhere', unzip(readFileSync(findSources(first))));

const files = readFiles(first);
const differences = findDifferences(files, readFiles(second));
if (differences.length > 0) stop(`Two builds of the same sources differ:\n${differences.join('\n')}`);
console.log(`Two builds of the same sources are equal: ${files.length} files.`);

/** Builds in a folder that holds these files and the installed packages, nothing else; returns the folder of what came out. */
function build(name: string, sources: ReturnType<typeof readFiles>): string {
  const folder = join(work, name);
  writeFiles(folder, sources);
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const done = spawnSync(node, ['scripts/zip.ts'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  if (done.status !== 0) stop(`The ${name} build failed; what it said stands above.`);
  return join(folder, '.output');
}

function findSources(output: string): string {
  const file = readdirSync(output).find((entry) => entry.endsWith('-sources.zip'));
  return file ? join(output, file) : stop('The first build made no archive of its sources.');
}

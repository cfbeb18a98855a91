import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CompiledPack, TeamPack } from '../lib/engine/pack.ts';
import { compilePackFile } from '../lib/packs/compile-file.ts';
import { describeFault, type PackFault } from '../lib/packs/faults.ts';
import { readPackFolder } from '../lib/packs/folder.ts';
import { type PackFileReading, readPackFile } from '../lib/packs/pack-file.ts';
import { readCompiledPacks } from '../lib/packs/read.ts';
import { InputError, write } from './streams.ts';

/** A team's pack as the command line has read it. */
export interface OpenPack {
  source: string;
  reading: PackFileReading;
  pack: TeamPack | undefined;
  faults: PackFault[];
  /** The packs below it. */
  below: CompiledPack[];
}

/**
 * Reads and compiles pack files or folders; the built-in packs lie below the first, and each below those named after it.
 *
 * @throws {InputError} where none is named, or one is no text
 */
export function openPacks(sources: readonly string[], builtIn = readCompiledPacks()): OpenPack[] {
  if (sources.length === 0) throw new InputError('name a pack file, or the folder of a pack');
  const below = [...builtIn];
  return sources.map((source) => {
    const reading = statSync(source).isDirectory()
      ? readPackFolder(source.replace(/[\\/]+$/, ''), readFolder(source))
      : readPackFile(source, readText(source));
    const opened = { source, reading, ...compilePackFile(reading, below), below: [...below] };
    if (opened.pack) below.push(opened.pack);
    return opened;
  });
}

function readFolder(folder: string): Map<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  if (!names.includes('pack.yaml')) throw new InputError(`${folder}: has no pack.yaml; name the folder of one pack`);
  return new Map(names.map((name) => [name, readText(join(folder, name))]));
}

function readText(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    if (error instanceof TypeError) throw new InputError(`${file}: is no UTF-8 text; save it as UTF-8`);
    throw error;
  }
}

/** Writes faults, one a line. */
export async function writeFaults(faults: readonly PackFault[]): Promise<void> {
  for (const fault of faults) await write(`${describeFault(fault)}\n`);
}

/** Which way a command tells what it found. */
export function readFormat(written: string | undefined): 'text' | 'json' {
  if (written === undefined || written === 'text') return 'text';
  if (written !== 'json') throw new InputError(`no format "${written}"; there are text and json`);
  return 'json';
}

import { createHash } from 'node:crypto';
import { existsSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../lib/stats/counts.ts';
import { LARGEST, readTeamFile } from '../lib/stats/read-team-file.ts';
import { createTeam, type Team } from '../lib/stats/team.ts';
import { decodeFile } from './encoding.ts';
import { InputError } from './streams.ts';
import { explainTeamFault } from './team-faults.ts';

/** What came of a team's files. */
export interface Merged {
  team: Team;
  /** Files that were there already, or say nothing new. */
  repeated: number;
  faults: { file: string; fault: string }[];
}

/** Standard input, which may hold one file. */
const INPUT = '-';

/**
 * The files that are meant by files, `-`, folders (every `.json` in them and below) and patterns such as `2026/*.json`, each once.
 *
 * @throws {InputError} for one that means nothing
 */
export function listTeamFiles(sources: readonly string[]): string[] {
  const files = sources.flatMap((source) => {
    if (source === INPUT) return [INPUT];
    const isThere = existsSync(source);
    const found = isThere
      ? statSync(source).isDirectory()
        ? listFolder(source)
        : [source]
      : /[*?[{]/.test(source)
        ? globSync(source)
        : [];
    if (found.length === 0) throw new InputError(`${source}: ${isThere ? 'holds no .json file' : 'no such file'}`);
    return found;
  });
  return [...new Set(files)].sort();
}

/**
 * One file after the other is read and let go: what stays of each are its numbers.
 *
 * @param onRead is told before each how many were read
 */
export function mergeTeamFiles(
  files: readonly string[],
  today: Day,
  onRead: (count: number) => void = () => {},
): Merged {
  const team = createTeam();
  const faults: Merged['faults'] = [];
  let repeated = 0;
  for (const [at, file] of files.entries()) {
    onRead(at);
    // By its number: to ask for the stream would make it one that cannot be waited for.
    const given = file === INPUT ? readFileSync(0) : undefined;
    const size = given?.length ?? statSync(file).size;
    const text = size > LARGEST ? '' : decodeFile(given ?? readFileSync(file));
    const reading =
      size > LARGEST ? { fault: { kind: 'tooLarge' as const, place: '', found: '' } } : readTeamFile(text, today);
    if ('fault' in reading) {
      faults.push({ file: given ? 'standard input' : file, fault: explainTeamFault(reading.fault) });
      continue;
    }
    const arrival = team.add(createHash('sha256').update(text).digest('hex'), reading.file);
    if (arrival === 'twice' || arrival === 'known') repeated++;
    for (const id of team.listOvertaken()) team.forget(id);
  }
  return { team, repeated, faults };
}

function listFolder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name));
}

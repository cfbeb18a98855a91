import { readFileSync } from 'node:fs';
import { layerPacks } from '../../lib/engine/layers.ts';
import type { TeamPack } from '../../lib/engine/pack.ts';
import { diffPackFiles, type PackDifference } from '../../lib/packs/diff-file.ts';
import { readCompiledPacks } from '../../lib/packs/read.ts';
import { compareReplies, type Effect, type Sighting } from '../../lib/workshop/effect.ts';
import { listReplies, readTable } from '../../lib/workshop/replies.ts';
import { type OpenPack, openPacks, readFormat, writeFaults } from '../packs.ts';
import { InputError, readArgs, write } from '../streams.ts';

/**
 * `cando pack diff [--replies FILE] [--column NAME] [--format json] OLD NEW`: what the new version says otherwise, and with
 * past replies what it would newly flag and no longer flag. 1 where one of them has faults.
 */
export async function packDiff(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, {
    replies: { type: 'string' },
    column: { type: 'string' },
    format: { type: 'string' },
  });
  const format = readFormat(values.format);
  if (positionals.length !== 2) throw new InputError('name two: the old file and the new one');
  const builtIn = readCompiledPacks();
  const [old, now] = positionals.flatMap((source) => openPacks([source], builtIn)) as [OpenPack, OpenPack];
  const faults = [...old.faults, ...now.faults];
  if (!old.reading.file || !now.reading.file || !old.pack || !now.pack) {
    await writeFaults(faults);
    return 1;
  }
  const differences = diffPackFiles(old.reading.file, now.reading.file);
  const replies = values.replies === undefined ? undefined : readReplies(values.replies, values.column);
  const effect = replies && preview(old, old.pack, now.pack, replies);
  if (format === 'json') await write(`${JSON.stringify({ faults, differences, effect }, null, 2)}\n`);
  else {
    await writeFaults(faults);
    await write(differences.length === 0 ? 'No difference.\n' : differences.map(describe).join(''));
    if (effect) await write(describeEffect(effect));
  }
  return faults.length > 0 ? 1 : 0;
}

/** @throws {InputError} where nothing in the file can be read as replies */
function readReplies(file: string, column: string | undefined): string[] {
  const table = readTable(readFileSync(file, 'utf8'));
  if (!table) throw new InputError(`${file}: holds no replies`);
  const at = column === undefined ? table.text : table.columns.indexOf(column);
  if (at < 0) throw new InputError(`${file}: name the column of the replies; there are ${table.columns.join(', ')}`);
  return listReplies(table, at);
}

function preview({ below }: OpenPack, old: TeamPack, now: TeamPack, replies: readonly string[]): Effect {
  const steps = compareReplies(layerPacks(below, [old]), layerPacks(below, [now]), replies);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

const SIGNS = { added: '+', removed: '-', changed: '~' } as const;

function describe({ part, name, kind, lines }: PackDifference): string {
  const inner = kind === 'changed' ? lines : [];
  const told = inner.map(({ field, sign, text }) => `    ${sign} ${field ? `${field}: ` : ''}${text}\n`).join('');
  return `${SIGNS[kind]} ${part === 'header' ? '' : `${part} `}${name}\n${told}`;
}

function describeEffect({ replies, changed, added, gone, flags }: Effect): string {
  const tell = (title: string, sightings: readonly Sighting[]) =>
    sightings.length === 0 ? '' : `\n${title}:\n${sightings.map(describeSighting).join('')}`;
  const head = `\n${replies} replies, ${changed} of them flagged otherwise: ${flags.before} flags before, ${flags.after} after\n`;
  return head + tell('Newly flagged', added) + tell('No longer flagged', gone);
}

function describeSighting({ ruleId, sentence, span, reply }: Sighting): string {
  const marked = `${sentence.slice(0, span.start)}«${sentence.slice(span.start, span.end)}»${sentence.slice(span.end)}`;
  return `  ${ruleId}  reply ${reply + 1}: ${marked.replace(/\s+/g, ' ')}\n`;
}

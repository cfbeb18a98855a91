import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { layerPacks } from '../../lib/engine/layers.ts';
import type { CompiledPack } from '../../lib/engine/pack.ts';
import { describeFault } from '../../lib/packs/faults.ts';
import { readCompiledPacks } from '../../lib/packs/read.ts';
import { openBytes } from '../audit/bytes.ts';
import type { Asked } from '../audit/count.ts';
import { keepHeapsSmall } from '../audit/heap.ts';
import { quote } from '../audit/layout.ts';
import { mapLines, reduceLines } from '../audit/map.ts';
import { readFormat, readOptions, readWanted, readWorkers, type Values, type Wanted } from '../audit/options.ts';
import { checkOutput, isPlainFile } from '../audit/output.ts';
import { createPool } from '../audit/pool.ts';
import { describeLeft, type Format, printReport } from '../audit/print.ts';
import { makeReport } from '../audit/report.ts';
import { type Outcome, runAudit } from '../audit/run.ts';
import { openPacks } from '../packs.ts';
import { createProgress, getTerminal } from '../progress.ts';
import { awaitStop } from '../stop.ts';
import { InputError, runCommand, writeReport } from '../streams.ts';
import { tell } from '../words.ts';

/** `cando audit [options] FILE`, `cando audit --map`, `cando audit --reduce`; the ways to call it stand in docs/audit.md. */
export function auditCommand(args: string[]): Promise<number> {
  return runCommand('audit', async () => {
    const { values, positionals } = readOptions(args);
    const format = readFormat(values.format);
    if (values.output !== undefined) checkOutput(values.output, positionals[0] ?? '-');
    if (values.map || values.reduce) awaitStop().release();
    if (values.reduce) return reduce(values, format, positionals);
    const wanted = readWanted(values);
    keepHeapsSmall();
    return values.map ? map(values, wanted, format, positionals) : audit(values, wanted, format, positionals);
  });
}

async function audit(values: Values, wanted: Wanted, format: Format, [source, ...more]: string[]): Promise<number> {
  if (source === undefined || more.length > 0) throw new InputError('name one file, or - for standard input');
  const workers = readWorkers(values.workers);
  // What is wrong with the file is said before the rules are read, which takes a second.
  const bytes = openBytes(source);
  const packs = readPacks(values.packs ?? []);
  if (!packs) return 1;
  const asked: Asked = { ...wanted, packs };
  const stop = awaitStop();
  const checkpoint = values.checkpoint ?? nameCheckpoint(source, values.output);
  const goOn = `the same command goes on from ${checkpoint}`;
  const progress = createProgress(getTerminal());
  const note = (said: string) => {
    progress.clear();
    process.stderr.write(`cando audit: ${said}\n`);
  };
  let outcome: Outcome;
  try {
    outcome = await runAudit(bytes, {
      asked,
      choices: { column: values.column, id: values.id, customer: values.customer, macros: asked.isMacros },
      createPool: (of) => createPool(workers, of),
      version: readVersion(),
      ...(checkpoint !== undefined && { checkpoint }),
      isFresh: values.fresh === true,
      signal: stop.signal,
      onNote: note,
      onBegin: (from) => from && note(`goes on after ${tell(from.totals.counts.replies, 'reply')}, from ${checkpoint}`),
      onProgress: (share, replies) => progress.show(share, replies),
      async onDone(totals, isKept, from) {
        progress.finish(totals.counts.replies);
        if (totals.counts.replies === 0) note(`no ${asked.isMacros ? 'macros' : 'replies'} found`);
        const made = makeReport(totals, asked.packs);
        const report = printReport(made, format, asked.isMacros, from);
        // One table has no place for it.
        if (format === 'csv') {
          if (from.column !== undefined) note(`read from ${quote(from.column)}`);
          for (const left of describeLeft(made)) note(left);
        }
        try {
          await writeReport(report, values.output);
        } catch (error) {
          if (isKept) note(`the report could not be written; ${goOn}`);
          throw error;
        }
      },
    });
  } finally {
    progress.clear();
    stop.release();
  }
  if (outcome.isDone) return 0;
  const nothing = `nothing is kept to go on from${checkpoint === undefined ? ' without --checkpoint' : ''}`;
  note(`stopped after ${tell(outcome.totals.counts.replies, 'reply')}; ${outcome.isKept ? goOn : nothing}`);
  return stop.code();
}

/** Beside what is written, or in the folder one is in; standard input is gone on with only where it is asked for. */
function nameCheckpoint(source: string, output: string | undefined): string | undefined {
  if (source === '-') return undefined;
  return `${output !== undefined && isPlainFile(output) ? output : basename(source)}.audit-checkpoint`;
}

async function map(values: Values, wanted: Wanted, format: Format, positionals: string[]): Promise<number> {
  if (values.output !== undefined) throw new InputError('--map writes to standard output; leave -o out');
  const input = takeNone(positionals, '--map');
  const packs = readPacks(values.packs ?? []);
  if (!packs) return 1;
  await mapLines(input, { ...wanted, packs }, values.column, format === 'json');
  return 0;
}

async function reduce(values: Values, format: Format, positionals: string[]): Promise<number> {
  const input = takeNone(positionals, '--reduce');
  const packs = readPacks(values.packs ?? []);
  if (!packs) return 1;
  const totals = await reduceLines(input);
  await writeReport(printReport(makeReport(totals, packs), format, false), values.output);
  return 0;
}

/** The built-in packs with the team's laid over them; undefined where one has faults, which are told. */
function readPacks(sources: readonly string[]): CompiledPack[] | undefined {
  const builtIn = readCompiledPacks();
  if (sources.length === 0) return builtIn;
  const opened = openPacks(sources, builtIn);
  const faults = opened.flatMap((one) => one.faults);
  for (const fault of faults) process.stderr.write(`${describeFault(fault)}\n`);
  if (faults.length > 0) return undefined;
  return layerPacks(
    builtIn,
    opened.flatMap(({ pack }) => pack ?? []),
  );
}

function takeNone(positionals: readonly string[], option: string): NodeJS.ReadStream {
  if (positionals.length > 0 && positionals[0] !== '-')
    throw new InputError(`${option} reads standard input; name no file`);
  return process.stdin;
}

function readVersion(): string {
  return JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version;
}

import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { layerPacks } from '../../lib/engine/layers.ts';
import type { CompiledPack } from '../../lib/engine/pack.ts';
import type { Severity } from '../../lib/engine/types.ts';
import { describeFault } from '../../lib/packs/faults.ts';
import { readCompiledPacks } from '../../lib/packs/read.ts';
import { openBytes } from '../audit/bytes.ts';
import type { Asked } from '../audit/count.ts';
import { mapLines, reduceLines } from '../audit/map.ts';
import { createPool } from '../audit/pool.ts';
import { type Format, printReport } from '../audit/print.ts';
import { createProgress } from '../audit/progress.ts';
import { makeReport } from '../audit/report.ts';
import { type Outcome, runAudit } from '../audit/run.ts';
import { openPacks } from '../packs.ts';
import { InputError, nameSeverity, readArgs, readCount, readVariety, runCommand, write } from '../streams.ts';

const OPTIONS = {
  column: { type: 'string' },
  id: { type: 'string' },
  customer: { type: 'string' },
  macros: { type: 'boolean' },
  packs: { type: 'string', multiple: true },
  english: { type: 'string' },
  severity: { type: 'string' },
  format: { type: 'string' },
  output: { type: 'string', short: 'o' },
  worst: { type: 'string' },
  text: { type: 'boolean' },
  workers: { type: 'string' },
  checkpoint: { type: 'string' },
  fresh: { type: 'boolean' },
  map: { type: 'boolean' },
  reduce: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof readArgs<typeof OPTIONS>>['values'];

const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;
/** More of the worst would fill the memory with their texts. */
const MOST_WORST = 1000;
const MOST_WORKERS = 256;

/** `cando audit [options] FILE`, `cando audit --map`, `cando audit --reduce`; the ways to call it stand in docs/audit.md. */
export function auditCommand(args: string[]): Promise<number> {
  return runCommand('audit', async () => {
    const { values, positionals } = readArgs(args, OPTIONS);
    const format = readFormat(values.format);
    if (values.reduce) return reduce(values, format, positionals);
    const packs = await readPacks(values.packs ?? []);
    if (!packs) return 1;
    const asked: Asked = {
      packs,
      ...readVariety(values.english),
      severity: readSeverity(values.severity),
      isMacros: values.macros === true,
      withText: values.text === true,
      mostWorst: Math.min(readCount('worst', values.worst, 20), MOST_WORST),
    };
    if (values.map) {
      await mapLines(takeNone(positionals, '--map'), asked, values.column, format === 'json');
      return 0;
    }
    const [source, ...more] = positionals;
    if (source === undefined || more.length > 0) throw new InputError('name one file, or - for standard input');
    return audit(source, values, asked, format);
  });
}

async function audit(source: string, values: Values, asked: Asked, format: Format): Promise<number> {
  const workers = readWorkers(values.workers);
  const bytes = openBytes(source);
  const stop = new AbortController();
  let code = 0;
  const onSignal = (signal: keyof typeof SIGNALS) => {
    code = SIGNALS[signal];
    stop.abort();
  };
  for (const signal of Object.keys(SIGNALS)) process.once(signal, onSignal);
  const checkpoint = values.checkpoint ?? nameCheckpoint(source, values.output);
  const tell = (note: string) => void process.stderr.write(`cando audit: ${note}\n`);
  let progress = createProgress({ write: () => {} }, { replies: 0, share: 0 });
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
      onNote: tell,
      onBegin(from) {
        const replies = from?.totals.counts.replies ?? 0;
        if (from) tell(`goes on after ${replies} replies, from ${checkpoint}`);
        const share = from && bytes.size ? from.place.offset / bytes.size : 0;
        progress = createProgress(process.stderr, { replies, share });
      },
      onProgress: (share, replies) => progress.show(share, replies),
    });
  } finally {
    progress.clear();
    for (const signal of Object.keys(SIGNALS)) process.removeListener(signal, onSignal);
  }
  if (!outcome.isDone) {
    const kept = outcome.isKept ? `; the same command goes on from ${checkpoint}` : '';
    tell(`stopped after ${outcome.totals.counts.replies} replies${kept}`);
    return code;
  }
  const report = printReport(makeReport(outcome.totals, asked.packs), format, asked.isMacros);
  if (values.output === undefined) await write(report);
  else writeFileSync(values.output, report);
  return 0;
}

/** Beside what is written, or in the folder one is in; standard input is gone on with only where it is asked for. */
function nameCheckpoint(source: string, output: string | undefined): string | undefined {
  if (output !== undefined) return `${output}.audit-checkpoint`;
  return source === '-' ? undefined : `${basename(source)}.audit-checkpoint`;
}

async function reduce(values: Values, format: Format, positionals: string[]): Promise<number> {
  const packs = await readPacks(values.packs ?? []);
  if (!packs) return 1;
  const totals = await reduceLines(takeNone(positionals, '--reduce'));
  await write(printReport(makeReport(totals, packs), format, false));
  return 0;
}

/** The built-in packs with the team's laid over them; undefined where one has faults, which are told. */
async function readPacks(sources: readonly string[]): Promise<CompiledPack[] | undefined> {
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

function readFormat(written = 'table'): Format {
  const format = (['table', 'csv', 'json'] as const).find((one) => one === written);
  if (!format) throw new InputError(`no format "${written}"; there are table, csv and json`);
  return format;
}

function readSeverity(written = 'hint'): Severity {
  const severity = (['error', 'warning', 'info'] as const).find((one) => nameSeverity(one) === written);
  if (!severity) throw new InputError(`no severity "${written}"; there are error, warning and hint`);
  return severity;
}

function readWorkers(written: string | undefined): number {
  const workers = readCount('workers', written, availableParallelism());
  if (workers < 1 || workers > MOST_WORKERS) throw new InputError(`--workers takes 1 to ${MOST_WORKERS}`);
  return workers;
}

function readVersion(): string {
  return JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version;
}

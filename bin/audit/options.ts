import { availableParallelism } from 'node:os';
import type { Severity } from '../../lib/engine/types.ts';
import { InputError, nameSeverity, readArgs, readCount, readVariety } from '../streams.ts';
import type { Asked } from './count.ts';
import type { Format } from './print.ts';

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

export type Values = ReturnType<typeof readOptions>['values'];
export type Wanted = Omit<Asked, 'packs'>;

/** More of the worst would fill the memory with their texts. */
const MOST_WORST = 1000;
const MOST_WORKERS = 256;

/**
 * The options of `cando audit`; the functions below say what they mean.
 *
 * @throws {InputError} for one that is not there, as they do for what they do not know
 */
export function readOptions(args: string[]) {
  return readArgs(args, OPTIONS);
}

export function readWanted(values: Values): Wanted {
  return {
    ...readVariety(values.english),
    severity: readSeverity(values.severity),
    isMacros: values.macros === true,
    withText: values.text === true,
    mostWorst: Math.min(readCount('worst', values.worst, 20), MOST_WORST),
  };
}

export function readFormat(written = 'table'): Format {
  const format = (['table', 'csv', 'json'] as const).find((one) => one === written);
  if (!format) throw new InputError(`no format "${written}"; there are table, csv and json`);
  return format;
}

function readSeverity(written = 'hint'): Severity {
  const severity = (['error', 'warning', 'info'] as const).find((one) => nameSeverity(one) === written);
  if (!severity) throw new InputError(`no severity "${written}"; there are error, warning and hint`);
  return severity;
}

export function readWorkers(written: string | undefined): number {
  const workers = readCount('workers', written, availableParallelism());
  if (workers < 1 || workers > MOST_WORKERS) throw new InputError(`--workers takes 1 to ${MOST_WORKERS}`);
  return workers;
}

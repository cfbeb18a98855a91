import { createReadStream, statSync, writeFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Severity, Variety } from '../lib/engine/types.ts';

/** Something the person who called can mend; told in one line, exit code 2. */
export class InputError extends Error {}

/** Runs a command; what its caller can mend is told in one line, and a closed pipe ends it quietly. */
export async function runCommand(name: string, run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EPIPE') return 0;
    if (!(error instanceof InputError) && !code) throw error;
    process.stderr.write(`cando ${name}: ${explainFault(error as NodeJS.ErrnoException)}\n`);
    return 2;
  }
}

/** What the system says at more length, and with the name of its own function. */
const FAULTS: { readonly [code: string]: string } = {
  ENOENT: 'no such file',
  EISDIR: 'is a folder',
  ENOTDIR: 'lies in no folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'can only be read',
  ENOSPC: 'no space left on the disk',
};

/** "nowhere.txt: no such file". */
export function explainFault({ code = '', path, message }: NodeJS.ErrnoException): string {
  const fault = FAULTS[code];
  return fault === undefined ? message : `${path ?? 'that'}: ${fault}`;
}

/**
 * Options and other words of a command line.
 *
 * @throws {InputError} for an option that is not there, or one without its value
 */
export function readArgs<Options extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: Options) {
  try {
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    // Node adds advice on "--" that helps nobody here.
    const option = /'([^' ]+)/.exec((error as Error).message)?.[1];
    const unknown = (error as NodeJS.ErrnoException).code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION';
    throw new InputError(unknown && option ? `no option "${option}"` : ((error as Error).message.split('\n')[0] ?? ''));
  }
}

const VARIETIES: readonly Variety[] = ['british', 'american', 'indian'];

/** The variety of English that an option names; none where it is not given. */
export function readVariety(written: string | undefined): { variety?: Variety } {
  if (written === undefined) return {};
  const variety = VARIETIES.find((one) => one === written);
  if (!variety) throw new InputError(`no English "${written}"; there are ${VARIETIES.join(', ')}`);
  return { variety };
}

/** What people call a severity; in JSON it keeps the name that programs know. */
export function nameSeverity(severity: Severity): string {
  return severity === 'info' ? 'hint' : severity;
}

/** A whole number from 0 of an option, or `fallback` where it is not given. */
export function readCount(name: string, written: string | undefined, fallback: number): number {
  if (written === undefined) return fallback;
  if (!/^\d{1,9}$/.test(written)) throw new InputError(`--${name} takes a number, not "${written}"`);
  return Number(written);
}

/**
 * A file, or standard input for "-", with the name that messages give it.
 *
 * @throws {InputError} for a folder
 */
export function openSource(source: string): { name: string; input: Readable } {
  if (source !== '-' && statSync(source, { throwIfNoEntry: false })?.isDirectory()) {
    throw new InputError(`${source}: is a folder; name the files in it`);
  }
  return source === '-'
    ? { name: 'standard input', input: process.stdin }
    : { name: source, input: createReadStream(source) };
}

/**
 * Whole lines of a source, with a byte order mark and carriage returns taken off.
 *
 * @throws {InputError} where it is no UTF-8
 */
export async function* readLines({ name, input }: { name: string; input: Readable }): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let held = '';
  for await (const chunk of input) {
    held += decode(decoder, chunk, name);
    const lines = held.split('\n');
    held = lines.pop() ?? '';
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  held += decode(decoder, undefined, name);
  if (held !== '') yield held;
}

/** The text of some bytes, or of those that were left at the end. */
function decode(decoder: TextDecoder, bytes: Buffer | undefined, name: string): string {
  // Every second byte of UTF-16 is nothing where the letters are Latin.
  if (bytes?.includes(0)) throw new InputError(`${name}: is no UTF-8 text (UTF-16?); save it as UTF-8`);
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
  } catch {
    throw new InputError(`${name}: is no UTF-8 text; save it as UTF-8`);
  }
}

/** A reply in a line of JSON. */
export interface Row {
  id: string | number;
  text: string;
  customer?: string;
}

/**
 * Rows of JSON, one a line, empty lines left out, with whatever else a row holds.
 *
 * @throws {InputError} at the first line that is no reply, with its number
 */
export async function* readRows(source: string): AsyncGenerator<{ row: Row & Record<string, unknown>; place: string }> {
  const opened = openSource(source);
  const { name } = opened;
  let number = 0;
  for await (const line of readLines(opened)) {
    number++;
    const place = `${name}, line ${number}`;
    if (line.trim() !== '') yield { row: readRow(line, place), place };
  }
}

function readRow(line: string, place: string): Row & Record<string, unknown> {
  let row: Record<string, unknown>;
  try {
    row = JSON.parse(line);
  } catch (error) {
    throw new InputError(`${place}: is not JSON (${(error as Error).message})`);
  }
  if (row === null || typeof row !== 'object' || Array.isArray(row)) throw new InputError(`${place}: is not an object`);
  const { id, text, customer, ...rest } = row;
  if (typeof id !== 'string' && typeof id !== 'number') throw new InputError(`${place}: "id" is missing`);
  if (text === undefined) throw new InputError(`${place}: "text" is missing`);
  if (typeof text !== 'string') throw new InputError(`${place}: "text" is not text`);
  if (customer !== undefined && customer !== null && typeof customer !== 'string') {
    throw new InputError(`${place}: "customer" is not text`);
  }
  return { ...rest, id, text, ...(customer && { customer }) };
}

/** Writes a report into a file, or to standard output where none is named; a failure knows the file's name. */
export async function writeReport(text: string, file: string | undefined): Promise<void> {
  if (file === undefined) return write(text);
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw Object.assign(error as Error, { path: file });
  }
}

/** Writes to standard output, and waits where the reader is slower. */
export async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}

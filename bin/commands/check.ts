import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { type Checker, createChecker } from '../../lib/engine/checker.ts';
import { splitSentences } from '../../lib/engine/text/sentences.ts';
import type { Flag, Rewrite } from '../../lib/engine/types.ts';
import { readCompiledPacks } from '../../lib/packs/read.ts';

/** Something the person who called can mend; told in one line, exit code 2. */
class InputError extends Error {}

/** `cando check [--format jsonl] [FILE...]` */
export async function checkCommand(args: string[]): Promise<number> {
  try {
    const { values, positionals } = readArgs(args);
    const format = values.format ?? 'text';
    if (format !== 'text' && format !== 'jsonl')
      throw new InputError(`no format "${format}"; there are text and jsonl`);
    const checker = createChecker(readCompiledPacks());
    const sources = positionals.length > 0 ? positionals : ['-'];
    for (const source of sources) {
      const input = source === '-' ? process.stdin : createReadStream(source);
      const name = source === '-' ? 'standard input' : source;
      await (format === 'jsonl' ? checkLines(checker, name, input) : checkText(checker, name, input));
    }
    return 0;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EPIPE') return 0;
    if (!(error instanceof InputError) && !code) throw error;
    process.stderr.write(`cando check: ${explain(error as NodeJS.ErrnoException)}\n`);
    return 2;
  }
}

/** "nowhere.txt: no such file", where the system says it at more length. */
function explain({ code, path, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return `${path}: no such file`;
  if (code === 'EISDIR') return `${path ?? 'that'}: is a folder`;
  return message;
}

function readArgs(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { format: { type: 'string' } } });
  } catch (error) {
    // Node adds advice on "--" that helps nobody here.
    const option = /'([^' ]+)/.exec((error as Error).message)?.[1];
    const unknown = (error as NodeJS.ErrnoException).code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION';
    throw new InputError(unknown && option ? `no option "${option}"` : ((error as Error).message.split('\n')[0] ?? ''));
  }
}

/** Whole lines of a stream, with a byte order mark and carriage returns taken off. */
async function* readLines(input: Readable): AsyncGenerator<string> {
  input.setEncoding('utf8');
  let held = '';
  let first = true;
  for await (const chunk of input) {
    held += chunk;
    if (first) held = held.replace(/^\uFEFF/, '');
    first = false;
    const lines = held.split('\n');
    held = lines.pop() ?? '';
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  if (held !== '') yield held;
}

async function checkLines(checker: Checker, name: string, input: Readable): Promise<void> {
  let number = 0;
  for await (const line of readLines(input)) {
    number++;
    if (line.trim() === '') continue;
    const { id, text, customer } = readRow(line, `${name}, line ${number}`);
    const flags = checker.check(text, customer === undefined ? {} : { customer });
    await write(`${JSON.stringify({ id, flags: flags.map(toRow) })}\n`);
  }
}

interface Row {
  id: string | number;
  text: string;
  customer?: string;
}

function readRow(line: string, place: string): Row {
  let row: Partial<Row>;
  try {
    row = JSON.parse(line);
  } catch (error) {
    throw new InputError(`${place}: is not JSON (${(error as Error).message})`);
  }
  if (row === null || typeof row !== 'object' || Array.isArray(row)) throw new InputError(`${place}: is not an object`);
  const { id, text, customer } = row;
  if (typeof id !== 'string' && typeof id !== 'number') throw new InputError(`${place}: "id" is missing`);
  if (text === undefined) throw new InputError(`${place}: "text" is missing`);
  if (typeof text !== 'string') throw new InputError(`${place}: "text" is not text`);
  if (customer !== undefined && customer !== null && typeof customer !== 'string') {
    throw new InputError(`${place}: "customer" is not text`);
  }
  return { id, text, ...(customer && { customer }) };
}

function toRow({ ruleId, category, severity, span, message, rewrites }: Flag) {
  return { ruleId, category, severity, span, message, rewrites };
}

async function checkText(checker: Checker, name: string, input: Readable): Promise<void> {
  let text = '';
  for await (const line of readLines(input)) text += `${line}\n`;
  const flags = checker.check(text);
  for (const flag of flags) await write(`${describe(flag, text, name)}\n`);
  const count = flags.length === 1 ? '1 phrase' : `${flags.length} phrases`;
  await write(flags.length === 0 ? 'Nothing to improve.\n' : `${count} to improve.\n`);
}

function describe(flag: Flag, text: string, name: string): string {
  const before = text.slice(0, flag.span.start);
  const line = before.split('\n').length;
  const column = flag.span.start - before.lastIndexOf('\n');
  const place = `${name === 'standard input' ? '' : `${name}:`}${line}:${column}`;
  const head = `${place} ${flag.severity} ${flag.ruleId}: "${text.slice(flag.span.start, flag.span.end)}"`;
  const rewrites = flag.rewrites.map((rewrite) => `  → ${applyInSentence(rewrite, text)}`);
  return [head, `  ${flag.message} ${flag.why}`, ...rewrites, ''].join('\n');
}

/** The sentence as it would read, for a rewrite of a clause makes little sense alone. */
function applyInSentence({ span, text: replacement }: Rewrite, text: string): string {
  const around = splitSentences(text).find(({ start, end }) => start <= span.start && span.end <= end) ?? span;
  return text.slice(around.start, span.start) + replacement + text.slice(span.end, around.end);
}

async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}

import { type Checker, createChecker } from '../../lib/engine/checker.ts';
import { limitLowest, pickShown } from '../../lib/engine/shown.ts';
import { splitSentences } from '../../lib/engine/text/sentences.ts';
import type { Flag, Rewrite } from '../../lib/engine/types.ts';
import { readCompiledPacks } from '../../lib/packs/read.ts';
import {
  InputError,
  nameSeverity,
  openSource,
  readArgs,
  readLines,
  readRows,
  readVariety,
  runCommand,
  write,
} from '../streams.ts';
import { unwrap } from '../unwrap.ts';

/** All flags of a text, or those that an agent would see. */
type Find = Checker['check'];

/** `cando check [--format jsonl] [--as-shown] [--english VARIETY] [FILE...]` */
export function checkCommand(args: string[]): Promise<number> {
  return runCommand('check', async () => {
    const { values, positionals } = readArgs(args, {
      format: { type: 'string' },
      'as-shown': { type: 'boolean' },
      english: { type: 'string' },
    });
    const format = values.format ?? 'text';
    if (format !== 'text' && format !== 'jsonl')
      throw new InputError(`no format "${format}"; there are text and jsonl`);
    const options = readVariety(values.english);
    const checker = createChecker(readCompiledPacks(), options);
    const find: Find = (text, context) => {
      const flags = checker.check(text, context);
      return values['as-shown'] ? limitLowest(pickShown(flags)) : flags;
    };
    const sources = positionals.length > 0 ? positionals : ['-'];
    for (const source of sources) await (format === 'jsonl' ? checkLines(find, source) : checkText(find, source));
    return 0;
  });
}

async function checkLines(find: Find, source: string): Promise<void> {
  for await (const { row } of readRows(source)) {
    const { id, text, customer } = row;
    const flags = find(text, customer === undefined ? {} : { customer });
    await write(`${JSON.stringify({ id, flags: flags.map(toRow) })}\n`);
  }
}

function toRow({ ruleId, category, severity, span, message, rewrites }: Flag) {
  return { ruleId, category, severity, span, message, rewrites };
}

async function checkText(find: Find, source: string): Promise<void> {
  const opened = openSource(source);
  let written = '';
  for await (const line of readLines(opened)) written += `${line}\n`;
  const text = unwrap(written);
  const lines = findLines(written);
  const place = ({ span: { start } }: Flag) => {
    const line = lines.findLastIndex((from) => from <= start);
    return `${opened.name === 'standard input' ? '' : `${opened.name}:`}${line + 1}:${start - (lines[line] ?? 0) + 1}`;
  };
  const flags = find(text);
  for (const flag of flags) await write(`${describe(flag, text, place(flag))}\n`);
  const count = flags.length === 1 ? '1 phrase' : `${flags.length} phrases`;
  await write(flags.length === 0 ? 'Nothing to improve.\n' : `${count} to improve.\n`);
}

/** Where each line starts. */
function findLines(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}

function describe(flag: Flag, text: string, place: string): string {
  const head = `${place} ${nameSeverity(flag.severity)} ${flag.ruleId}: "${text.slice(flag.span.start, flag.span.end)}"`;
  const rewrites = flag.rewrites.map((rewrite) => `  → ${applyInSentence(rewrite, text)}`);
  return [head, `  ${flag.message} ${flag.why}`, ...rewrites, ''].join('\n');
}

/** The sentence as it would read, for a rewrite of a clause makes little sense alone. */
export function applyInSentence({ span, text: replacement }: Rewrite, text: string): string {
  if (replacement === '') return '(take the sentence out)';
  const around = splitSentences(text).find(({ start, end }) => start <= span.start && span.end <= end) ?? span;
  return text.slice(around.start, span.start) + replacement + text.slice(span.end, around.end);
}

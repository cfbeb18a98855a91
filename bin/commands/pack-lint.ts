import { openPacks, readFormat, writeFaults } from '../packs.ts';
import { readArgs, write } from '../streams.ts';

/** `cando pack lint [--format json] FILE...`: every fault with its place. 1 where there are any. */
export async function packLint(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, { format: { type: 'string' } });
  const format = readFormat(values.format);
  const opened = openPacks(positionals);
  const faults = opened.flatMap((one) => one.faults);
  if (format === 'json') await write(`${JSON.stringify(faults, null, 2)}\n`);
  else {
    await writeFaults(faults);
    const rules = opened.reduce((sum, { pack }) => sum + (pack?.rules.length ?? 0), 0);
    await write(faults.length === 0 ? `${rules} rules, no faults\n` : `${count(faults.length, 'fault')}\n`);
  }
  return faults.length > 0 ? 1 : 0;
}

function count(number: number, of: string): string {
  return `${number} ${of}${number === 1 ? '' : 's'}`;
}

import { openPacks, readFormat, writeFaults } from '../packs.ts';
import { readArgs, write } from '../streams.ts';
import { tell } from '../words.ts';

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
    await write(faults.length === 0 ? `${tell(rules, 'rule')}, no faults\n` : `${tell(faults.length, 'fault')}\n`);
  }
  return faults.length > 0 ? 1 : 0;
}

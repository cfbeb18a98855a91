import { describeFault } from '../../lib/packs/faults.ts';
import { testPackFile } from '../../lib/packs/test-file.ts';
import { openPacks, readFormat, writeFaults } from '../packs.ts';
import { readArgs, write } from '../streams.ts';

/** `cando pack test [--format json] FILE...`: the examples of the packs, with those below at work. 1 where one fails. */
export async function packTest(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, { format: { type: 'string' } });
  const format = readFormat(values.format);
  const opened = openPacks(positionals);
  const faults = opened.flatMap((one) => one.faults);
  if (format === 'text') await writeFaults(faults);
  const results = opened.flatMap(({ reading, pack, below }) =>
    pack ? [...testPackFile(reading, pack, below)].map((result) => ({ ...result, reading })) : [],
  );
  const failures = results.flatMap(({ reading, path, example, problem, ruleId }) =>
    problem === undefined ? [] : [{ ...reading.locate(path, `"${example}" ${problem}`, true), ruleId }],
  );
  if (format === 'json') await write(`${JSON.stringify({ examples: results.length, faults, failures }, null, 2)}\n`);
  else {
    for (const failure of failures) await write(`${describeFault(failure)}\n`);
    await write(`${results.length - failures.length} examples passed, ${failures.length} failed\n`);
  }
  return faults.length + failures.length > 0 ? 1 : 0;
}

import { runExamples } from '../../lib/packs/examples.ts';
import { PackError } from '../../lib/packs/faults.ts';
import { type ReadPack, readPacks } from '../../lib/packs/read.ts';
import { InputError, runCommand, write } from '../streams.ts';

/** `cando test [PACK[/RULE]...]`: a line for each example that fails, and a count. */
export function testCommand(args: string[]): Promise<number> {
  return runCommand('test', async () => {
    const packs = readWhole();
    const unknown = args.find((only) => !packs.some(({ rules }) => rules.some(({ id }) => id.startsWith(only))));
    if (unknown !== undefined) throw new InputError(`no rule or pack starts with "${unknown}"`);
    const results = (args.length > 0 ? args : ['']).map((only) => runExamples(packs, only));
    const failures = results.flatMap((result) => result.failures);
    for (const { file, example, problem } of failures) await write(`${file}: "${example}" ${problem}\n`);
    const total = results.reduce((sum, result) => sum + result.examples, 0);
    await write(`${total - failures.length} examples passed, ${failures.length} failed\n`);
    return failures.length > 0 ? 1 : 0;
  });
}

/** @throws {InputError} with the place and the cause where a pack is broken */
function readWhole(): ReadPack[] {
  try {
    return readPacks();
  } catch (error) {
    if (error instanceof PackError) throw new InputError(error.message);
    throw error;
  }
}

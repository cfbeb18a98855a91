import { runExamples } from '../../lib/packs/examples.ts';
import { readPacks } from '../../lib/packs/read.ts';
import { PackError } from '../../lib/packs/yaml.ts';

/** `cando test [PACK[/RULE]...]`: a line for each example that fails, and a count. */
export async function testCommand(args: string[]): Promise<number> {
  try {
    const packs = readPacks();
    const unknown = args.find((only) => !packs.some(({ rules }) => rules.some(({ id }) => id.startsWith(only))));
    if (unknown !== undefined) {
      process.stderr.write(`cando test: no rule or pack starts with "${unknown}"\n`);
      return 2;
    }
    const results = (args.length > 0 ? args : ['']).map((only) => runExamples(packs, only));
    const failures = results.flatMap((result) => result.failures);
    for (const { file, example, problem } of failures) process.stdout.write(`${file}: "${example}" ${problem}\n`);
    const total = results.reduce((sum, result) => sum + result.examples, 0);
    process.stdout.write(`${total - failures.length} examples passed, ${failures.length} failed\n`);
    return failures.length > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

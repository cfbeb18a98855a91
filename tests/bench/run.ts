import { serveDemo } from '../../demo/serve.ts';
import { build } from '../../scripts/build.mjs';
import { measureEngine } from './engine.ts';
import { measureGrammar } from './grammar.ts';
import { measureHostile } from './packs.ts';
import { launchPair, measureFocus, measureIdle, measureMark, measureTyping } from './page.ts';
import { type Line, toTable } from './report.ts';
import { measureSize } from './size.ts';

/** Measures the budgets in one run, as ratios where a machine's speed would tell, and prints them. */
const store = await build('store');
const extension = await build('demo');
await build('desk');
const lines: Line[] = [...measureEngine(), ...measureHostile(), ...measureSize(store)];
const remarks: string[] = [];
const demo = await serveDemo();
const pair = await launchPair(extension, demo.url);
try {
  for (const measure of [measureFocus, measureIdle, measureMark, measureTyping]) {
    lines.push(...(await measure(pair)));
    process.stderr.write('.');
  }
  remarks.push(...(await measureGrammar(pair)));
  process.stderr.write('\n');
} finally {
  await Promise.all([pair.with.close(), pair.without.close()]);
  demo.close();
}
process.stdout.write(`${toTable(lines)}\n\n${remarks.join('\n')}\n`);
process.exitCode = lines.every((line) => line.kept) ? 0 : 1;

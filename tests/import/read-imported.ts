import { compilePackFile } from '../../lib/packs/compile-file.ts';
import { runExamples } from '../../lib/packs/examples.ts';
import { readPackFile } from '../../lib/packs/pack-file.ts';

/** An imported pack as whoever installs it reads it, with its faults and the examples that do not hold. */
export function readImported(yaml: string) {
  const reading = readPackFile('imported.yaml', yaml);
  const { pack, faults } = compilePackFile(reading, []);
  if (!pack || !reading.file) throw new Error(faults[0]?.message ?? 'no pack');
  const rules = Object.entries(reading.file.rules);
  const sources = new Map(rules.map(([name, rule]) => [`${pack.id}/${name}`, { file: 'imported.yaml', rule }]));
  return { pack, faults, failures: runExamples([{ ...pack, sources }]).failures };
}

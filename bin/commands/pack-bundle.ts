import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { PackFile } from '../../lib/packs/pack-schema.ts';
import { writePackFile } from '../../lib/packs/write-file.ts';
import { openPacks, writeFaults } from '../packs.ts';
import { InputError, readArgs, write } from '../streams.ts';

/** `cando pack bundle FOLDER -o OUT.yaml`: a pack as one file, and its SHA-256 to pin it by. 1 where the pack has faults. */
export async function packBundle(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, { output: { type: 'string', short: 'o' } });
  const { output } = values;
  if (output === undefined) throw new InputError('say where to: -o OUT.yaml');
  if (positionals.length !== 1) throw new InputError('name one pack file, or the folder of one pack');
  const [opened] = openPacks(positionals);
  if (!opened?.pack || opened.faults.length > 0) {
    await writeFaults(opened?.faults ?? []);
    return 1;
  }
  const written = writePackFile(opened.reading.file as PackFile);
  writeFileSync(output, written);
  const hash = createHash('sha256').update(written).digest('hex');
  await write(
    `${output}: ${opened.pack.id} ${opened.pack.version}, ${opened.pack.rules.length} rules\nsha256 ${hash}\n`,
  );
  return 0;
}

import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { ImportError, type ImportFile } from '../../lib/import/files.ts';
import { readGlossary } from '../../lib/import/glossary.ts';
import { importVale } from '../../lib/import/vale/style.ts';
import { summarise } from '../../lib/import/vale/summary.ts';
import { packFileSchema } from '../../lib/packs/pack-schema.ts';
import { readCompiledPacks } from '../../lib/packs/read.ts';
import { writePackFile } from '../../lib/packs/write-file.ts';
import { InputError, readArgs, runCommand, write } from '../streams.ts';

/** Bytes; a folder of styles is a tenth of this. */
const MOST_BYTES = 5_000_000;
const RULE_FILE = /\.ya?ml$/i;

/**
 * `cando import vale DIR-or-ZIP [-o pack.yaml]`: a pack of a Vale style, and what could not be carried over, rule by rule.
 * `cando import glossary FILE.csv [-o pack.yaml]`: a pack of a glossary.
 */
export function importCommand(args: string[]): Promise<number> {
  return runCommand('import', async () => {
    const { values, positionals } = readArgs(args, { output: { type: 'string', short: 'o' } });
    const [kind, source, ...more] = positionals;
    const { output } = values;
    if (source === undefined || more.length > 0 || (kind !== 'vale' && kind !== 'glossary'))
      throw new InputError('say what to import: cando import vale FOLDER-OR-ZIP, or cando import glossary FILE.csv');
    if (kind === 'glossary') return importGlossary(source, output);
    const styles = readStyles(source);
    const [first] = styles;
    if (output === undefined) {
      if (styles.length > 1)
        throw new InputError(
          `${source} holds ${styles.length} styles: say -o FOLDER for their packs, or name one of them`,
        );
      await write(first?.yaml ?? '');
      process.stderr.write(styles.map(summarise).join(''));
      return 0;
    }
    const isFolder = styles.length > 1 || statSync(output, { throwIfNoEntry: false })?.isDirectory() === true;
    if (isFolder) mkdirSync(output, { recursive: true });
    for (const style of styles) {
      const file = isFolder ? join(output, `${style.id}.yaml`) : output;
      writeFileSync(file, style.yaml);
      await write(`${summarise(style)}Written to ${file}\n`);
    }
    return 0;
  });
}

async function importGlossary(source: string, output: string | undefined): Promise<number> {
  if (statSync(source).size > MOST_BYTES) throw new InputError(`${source}: has more than ${MOST_BYTES} bytes`);
  const { terms, faults } = readGlossary(readFileSync(source, 'utf8'));
  for (const { line, message } of faults) process.stderr.write(`${source}:${line} ${message}\n`);
  if (terms.length === 0) throw new InputError(`${source}: no term was found`);
  const yaml = writePackFile(packFileSchema.parse({ id: 'glossary', name: 'Glossary', version: '1.0.0', terms }));
  if (output === undefined) await write(yaml);
  else {
    writeFileSync(output, yaml);
    await write(`${terms.length} terms written to ${output}\n`);
  }
  return faults.length > 0 ? 1 : 0;
}

function readStyles(source: string) {
  const files = statSync(source).isDirectory()
    ? readFolder(source)
    : [{ name: basename(source), bytes: readFileSync(source) }];
  try {
    return importVale(files, readCompiledPacks());
  } catch (error) {
    if (error instanceof ImportError) throw new InputError(`${source}: ${error.message}`);
    throw error;
  }
}

/** The rule files of a folder and those in it, each by a name that begins with the folder's. */
function readFolder(folder: string): ImportFile[] {
  let bytes = 0;
  const above = basename(resolve(folder));
  return readdirSync(resolve(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && RULE_FILE.test(entry.name))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      bytes += statSync(path).size;
      if (bytes > MOST_BYTES) throw new InputError(`${folder}: its rules have more than ${MOST_BYTES} bytes`);
      return { name: `${above}/${relative(resolve(folder), path).replaceAll('\\', '/')}`, bytes: readFileSync(path) };
    });
}

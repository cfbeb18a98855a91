/** Writes the tables of `docs/keys.md` from what is known of keys: `node scripts/docs-keys.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { commands, defaultKeys } from '../lib/keys/index.ts';
import { findTaken, type System, type Taken, taken, takers } from '../lib/keys/taken.ts';
import { root } from './setup.mjs';

const FILE = join(root, 'docs', 'keys.md');
const SYSTEMS: Record<System, string> = { windows: 'Windows', macos: 'macOS', linux: 'Linux' };

interface Words {
  keys: { commands: Record<string, string>; does: Record<string, string> };
}

/** The document with its tables as they are to be: each stands between `<!-- table: NAME -->` and `<!-- end -->`. */
export function fillTables(document: string): string {
  const words = parse(readFileSync(join(root, 'locales', 'en.yml'), 'utf8')) as Words;
  const tables: Record<string, () => string[][]> = { defaults: () => getDefaults(words), taken: () => getTaken(words) };
  return document.replace(/<!-- table: (\w+) -->[\s\S]*?<!-- end -->/g, (_, name: string) => {
    const [head = [], ...rows] = tables[name]?.() ?? [];
    const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
    return `<!-- table: ${name} -->\n${lines.join('\n')}\n<!-- end -->`;
  });
}

/** One line for each of those whose keys were gone through, one column for each default key. */
function getDefaults({ keys }: Words): string[][] {
  const head = ['', ...commands.map((command) => `\`${defaultKeys[command]}\` ${keys.commands[command]}`)];
  const rows = takers.map((who) => [
    who,
    ...commands.map((command) => {
      const found = findTaken(defaultKeys[command]).filter((one) => one.who.includes(who));
      return found.map((one) => describe(one, who, keys.does)).join('; ') || 'free';
    }),
  ]);
  return [head, ...rows];
}

function describe({ does, systems, isFirst }: Taken, who: string, words: Words['keys']['does']): string {
  const where = systems.map((system) => SYSTEMS[system]).filter((system) => system !== who);
  return `${isFirst ? '**first** ' : ''}${words[does]}${where.length > 0 ? ` (${where.join(', ')})` : ''}`;
}

function getTaken({ keys }: Words): string[][] {
  return [
    ['key', 'who', 'for what', 'where', 'comes before the page', 'source'],
    ...taken.map(({ key, who, does, systems, isFirst, source }) => [
      `\`${key}\``,
      who.join(', '),
      keys.does[does] ?? '',
      systems.map((system) => SYSTEMS[system]).join(', '),
      isFirst ? 'yes' : 'no',
      `<${source}>`,
    ]),
  ];
}

if (process.argv[1] === import.meta.filename) writeFileSync(FILE, fillTables(readFileSync(FILE, 'utf8')));

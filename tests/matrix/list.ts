import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/setup.mjs';

/** An editor of the test page, as its file says. */
export interface ListedEditor {
  /** Its file's name, and the one in the page's address. */
  name: string;
  /** As its makers write it. */
  title: string;
  /** Of the package that it comes from; empty for what the browser brings, and for what is not installed. */
  version: string;
  /** It holds plain text. */
  isPlain: boolean;
  /** It takes no change but from keys. */
  takesNothing: boolean;
  /** The column that does not hold, and why. */
  lacks: { column: string; reason: string } | undefined;
}

const FOLDER = join(root, 'tests/fixtures/editors/kinds');

/** Every editor of the test page: each file of the folder. */
export const editors: readonly ListedEditor[] = readdirSync(FOLDER)
  .sort()
  .map((file) => {
    const source = readFileSync(join(FOLDER, file), 'utf8');
    const [, title = ''] = /\n {2}name: '(.+)',\n/.exec(source) ?? [];
    const [, column, reason] = /\n {2}lacks: \{ '(.+)': '(.+)' \},\n/.exec(source) ?? [];
    const [, from] = /\n {2}package: '(.+)',\n/.exec(source) ?? [];
    return {
      name: file.replace(/\.ts$/, ''),
      title,
      version: from ? readVersion(from) : '',
      isPlain: source.includes('\n  isPlain: true,\n'),
      takesNothing: source.includes('\n  takesNothing: true,\n'),
      lacks: column && reason ? { column, reason } : undefined,
    };
  });

function readVersion(from: string): string {
  try {
    return JSON.parse(readFileSync(join(root, 'node_modules', from, 'package.json'), 'utf8')).version;
  } catch {
    return '';
  }
}

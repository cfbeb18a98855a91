/** `npm run zip`: builds, and makes what the stores are given, into `.output/`. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, stop, tool } from './setup.mjs';
import { zip } from './stores/archive.ts';
import { readFiles, SOURCES } from './stores/files.ts';

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const output = join(root, '.output');

for (const browser of ['chrome', 'firefox']) {
  // Its own process each: WXT keeps what it learned of a browser.
  if ((await run([tool('wxt/bin/wxt.mjs'), 'build', '--browser', browser], { quiet: true })) !== 0)
    stop(`The build for ${browser} failed; what it said stands above.`);
}

const chromium = zip(readFiles(join(output, 'chrome-mv3')));
const uploads: Record<string, Buffer> = {
  chrome: chromium,
  // Edge takes what Chrome takes, byte for byte.
  edge: chromium,
  firefox: zip(readFiles(join(output, 'firefox-mv3'))),
  'firefox-sources': zip(readFiles(root, SOURCES)),
};

for (const [name, content] of Object.entries(uploads)) {
  const file = `cando-${version}-${name}.zip`;
  writeFileSync(join(output, file), content);
  const hash = createHash('sha256').update(content).digest('hex');
  console.log(`.output/${file}`.padEnd(44), `${Math.ceil(content.length / 1000)} KB`.padStart(8), ` sha256 ${hash}`);
}

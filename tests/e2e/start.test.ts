import { execFile } from 'node:child_process';
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { root } from '../../scripts/setup.mjs';

const SCREENSHOT = join(root, '.output/demo.png');
/** Milliseconds; it takes some twenty seconds. */
const LONGEST = 90_000;

/** Runs what the README tells a newcomer to run. */
async function start(): Promise<string> {
  // As from a shell, not as from a test.
  const { VITEST: _, NODE_ENV: __, ...env } = process.env;
  const shell = process.platform === 'win32';
  const { stdout } = await promisify(execFile)('npm', ['start', '--', '--headless'], {
    cwd: root,
    env,
    shell,
    timeout: LONGEST,
  });
  return stdout.replaceAll('\r\n', '\n');
}

test('npm start without a display coaches a reply in each kind of box and prints what came of it', {
  timeout: LONGEST,
}, async () => {
  rmSync(SCREENSHOT, { force: true });
  const said = await start();
  const boxes = said.split(/^(?=Ticket:|Mail:|Plain box:)/m).slice(1);
  expect(boxes.map((box) => box.split(':', 1)[0])).toEqual(['Ticket', 'Mail', 'Plain box']);
  for (const box of boxes) {
    const [, draft] = /\nDraft: (.+?)\n\n/s.exec(box) ?? [];
    const [, after] = /\nAfter applying: (.+?)(?:\n\n|\s*$)/s.exec(box) ?? [];
    expect(draft, box).toBeTruthy();
    expect(after, box).toBeTruthy();
    expect(after).not.toBe(draft);
    expect(box).toMatch(/^phrase +category +why +rewrite$/m);
  }
  expect(statSync(SCREENSHOT).size).toBeGreaterThan(10_000);
});

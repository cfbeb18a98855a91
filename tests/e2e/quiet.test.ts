import { describe, expect, test } from 'vitest';
import { type BoxName, getReplyBox } from '../../demo/reply-box.ts';
import { readPacks } from '../../lib/packs/read.ts';
import { builds, useBrowser } from './browser.ts';
import { recordMarks } from './mark-recorder.ts';

const rules = readPacks().flatMap((pack) => [...pack.sources.values()].map(({ rule }) => rule));
const examples = [...new Set(rules.flatMap((rule) => rule.examples.right))];

const browser = useBrowser(builds.demo);

describe.each(['ticket', 'mail', 'text'] as BoxName[])('in the reply box of %s', (name) => {
  test('what is right shows no mark at any moment while it is typed key by key', { timeout: 300_000 }, async () => {
    const page = await browser.openDemo(`/${name}.html`);
    const box = await getReplyBox(page, name);
    await box.focus();
    // What is wrong is marked here, so that silence below means something.
    await box.type("We can't refund you until Monday.");
    await expect.poll(box.readMarks).toHaveLength(1);
    await box.clear();
    await expect.poll(box.readMarks).toEqual([]);
    const recorder = await recordMarks(box);
    await recorder.take();
    const flashes: string[] = [];
    for (const example of examples) {
      await box.type(example);
      for (const { mark, draft } of await recorder.take()) flashes.push(`${example} → “${mark}” at “${draft}”`);
      await box.clear();
    }
    expect(flashes).toEqual([]);
  });
});

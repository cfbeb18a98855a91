import { expect, test } from 'vitest';
import { getReplyBox, type ReplyBox } from '../../demo/reply-box.ts';
import { readPacks } from '../../lib/packs/read.ts';
import { builds, useBrowser } from '../e2e/browser.ts';
import { take } from './length.ts';
import { type MarkRecorder, recordMarks, type Seen } from './mark-recorder.ts';

const rules = readPacks().flatMap((pack) => [...pack.sources.values()].map(({ rule }) => rule));
const examples = [...new Set(rules.flatMap((rule) => rule.examples.right))];
/** So many of them, from all over the packs: more rules take no more time here. */
const pick = (count: number) => examples.filter((_, index) => index % Math.ceil(examples.length / count) === 0);
/** Milliseconds: a phrase that words to come could clear is rightly marked after a pause of 600. */
const PAUSE = 550;

const browser = useBrowser(builds.demo);

// The contract of the packs types every one of them into the checker (tests/packs); here a part shows the editors.
test.each([
  ['a Zendesk ticket', 'ticket', take(400, 60)],
  ['a Gmail message', 'mail', take(200, 25)],
  ['a plain textarea', 'text', take(200, 25)],
] as const)(
  'what is right shows no mark at any moment while it is typed into %s',
  { timeout: take(900_000, 300_000) },
  async (_box, name, count) => {
    const page = await browser.openDemo(`/${name}.html`);
    const box = await getReplyBox(page, name);
    await box.focus();
    // What is wrong is marked here, so that silence below means something.
    await box.type("We can't refund you until Monday.");
    await expect.poll(box.readMarks).toHaveLength(1);
    const recorder = await recordMarks(box);
    const flashes: string[] = [];
    for (const example of pick(count)) {
      const { marks, longestPause } = await typeWithoutPause(box, recorder, example);
      for (const { mark, draft } of marks) {
        flashes.push(`${example} → “${mark}” at “${draft.slice(0, 80)}” (pause ${Math.round(longestPause)} ms)`);
      }
    }
    expect(flashes).toEqual([]);
  },
);

/** Types it into the emptied box, and again when a busy machine made a pause where nobody paused. */
async function typeWithoutPause(box: ReplyBox, recorder: MarkRecorder, text: string): Promise<Seen> {
  for (let tries = 0; ; tries++) {
    await box.clear();
    await expect.poll(box.readMarks).toEqual([]);
    await recorder.take();
    await box.type(text);
    const seen = await recorder.take();
    if (seen.marks.length === 0 || seen.longestPause < PAUSE || tries === 5) return seen;
  }
}

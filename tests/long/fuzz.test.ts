import { describe, expect, test } from 'vitest';
import { useEditors } from '../matrix/editors.ts';
import { createFreshCheck } from './fuzz/fresh-check.ts';
import { runRound } from './fuzz/round.ts';
import { watchDraftInPage } from './fuzz/seen.ts';
import { take } from './length.ts';

const STEPS = take(125, 40);
const SEEDS = process.env.CANDO_SEED
  ? [Number(process.env.CANDO_SEED)]
  : Array.from({ length: take(16, 1) }, (_, index) => index + 1);

const editors = useEditors();

describe.each(['contenteditable', 'ckeditor5'])('%s', (name) => {
  test.each(SEEDS)(
    'after each of many random edits, rewrites and undos the marks are right and no character is lost (seed %i)',
    { timeout: 300_000 },
    async (seed) => {
      const box = await editors.open(name);
      const { page } = box;
      const { origin } = new URL(page.url());
      await editors.browser.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
      await box.focus();
      await box.coached();
      await page.evaluate(watchDraftInPage);
      const fresh = createFreshCheck({ reader: 'public' }, await page.evaluate(() => navigator.languages));
      expect(await runRound(page, fresh, { seed, steps: STEPS })).toBeGreaterThan(STEPS / 50);
    },
  );
});

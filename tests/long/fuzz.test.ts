import { describe, expect, test } from 'vitest';
import { storeSettings } from '../e2e/options-page.ts';
import { useEditors } from '../matrix/editors.ts';
import { openDraft } from './fuzz/open.ts';
import { runRound } from './fuzz/round.ts';
import { createStep, OPENING, type Random } from './fuzz/steps.ts';
import { take } from './length.ts';

const STEPS = take(125, 30);
const SEEDS = process.env.CANDO_SEED
  ? [Number(process.env.CANDO_SEED)]
  : Array.from({ length: take(16, 1) }, (_, index) => index + 1);

const editors = useEditors();

describe.each(['contenteditable', 'ckeditor5', 'prosemirror', 'lexical'])('%s', (name) => {
  test.each(SEEDS)(
    'after each of many random edits, rewrites and undos the marks are right and no character is lost (seed %i)',
    { timeout: 300_000 },
    async (seed) => {
      // A rule that was ignored in the rounds before would have stepped down, of which a fresh check knows nothing.
      await storeSettings(editors.browser, undefined);
      const session = await openDraft(editors, name);
      const opening = [...OPENING];
      const choose = (random: Random) => opening.shift() ?? createStep(random);
      expect(await runRound(session, { seed, steps: STEPS, choose })).toBeGreaterThan(0);
    },
  );
});

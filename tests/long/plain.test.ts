import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from '../../demo/launch.ts';
import { getEditorBox } from '../matrix/editor-box.ts';
import { useEditors } from '../matrix/editors.ts';
import { allowPaste, openDraft } from './fuzz/open.ts';
import { runRound } from './fuzz/round.ts';
import { see, watchDraftInPage } from './fuzz/seen.ts';
import { createEdit, type Edit } from './fuzz/steps.ts';
import { take } from './length.ts';

const STEPS = take(250, 15);

const editors = useEditors();
let bare: BrowserContext;
beforeAll(async () => {
  bare = await launch({});
});
afterAll(() => bare?.close());

describe.each([
  ['contenteditable', true],
  ['ckeditor5', true],
  // Their histories join by the time between two keys, which is never the same twice.
  ['prosemirror', false],
  ['lexical', false],
] as const)('%s', (name, canUndo) => {
  test('the same keys leave the same text and the same selection with CanDo and without it', {
    timeout: take(600_000, 120_000),
  }, async () => {
    const session = await openDraft(editors, name);
    const twin = await bare.newPage();
    await twin.goto(session.page.url());
    await allowPaste(bare, twin);
    await (await getEditorBox(twin)).focus();
    await twin.evaluate(watchDraftInPage);
    const read = async (page: Page) => {
      const { text, anchor, focus } = await see(page);
      return { text, anchor, focus };
    };
    await runRound(session, {
      seed: 1,
      steps: STEPS,
      choose: (random) => createEdit(random, canUndo),
      async after(step) {
        await (step as Edit).act(twin);
        expect(await read(session.page)).toEqual(await read(twin));
      },
    });
    await twin.close();
  });
});

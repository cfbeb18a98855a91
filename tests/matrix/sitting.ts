import { waitFor } from '../../demo/driven-page.ts';
import type { AnyBox } from './pages.ts';

export const DRAFT = "Hello Priya,\nUnfortunately we can't refund you until the warehouse has the parcel. Best wishes";
export const PHRASE = "Unfortunately we can't refund you";
export const REWRITTEN = 'Hello Priya,\nWe can refund you as soon as the warehouse has the parcel. Best wishes';

/** What an editor holds at a moment. */
export interface State {
  text: string;
  pageText: string;
  html: string;
  beforeCaret: string;
}

export async function readState(box: AnyBox): Promise<State> {
  // Some editors tell what they would send only a moment after a change.
  let last = '';
  await waitFor(async () => {
    const before = last;
    last = await box.readHtml();
    return last === before;
  }, 2_000);
  return {
    text: await box.readText(),
    pageText: await box.readPageText(),
    html: last,
    beforeCaret: await box.readBeforeCaret(),
  };
}

/** Waits for as many marks; what there is after twenty seconds is for the test to judge. */
export async function waitForMarks(box: AnyBox, count: number) {
  await waitFor(async () => (await box.readMarks()).length === count, 20_000);
  return box.readMarks();
}

/** Does it once, however often it is asked for. */
function once<Result>(act: () => Promise<Result>): () => Promise<Result> {
  let result: Promise<Result> | undefined;
  return () => {
    result ??= act();
    return result;
  };
}

/**
 * An agent's sitting at an editor, step by step: each step is done once, when a test first asks for it, after those it rests on.
 * `open` gives a new page with the editor, `openBare` one without the extension.
 */
export function sit(open: () => Promise<AnyBox>, openBare: () => Promise<AnyBox>) {
  const opened = once(open);
  const isInstalled = async () => (await opened()).isInstalled;
  const typed = once(async () => {
    const box = await opened();
    await box.focus();
    await box.coached();
    await box.type(DRAFT);
    return { box, marks: await waitForMarks(box, 1) };
  });
  const applied = once(async () => {
    const { box } = await typed();
    await box.page.bringToFront();
    const said = await box.apply();
    return { said, ...(await readState(box)) };
  });
  const undone = once(async () => {
    await applied();
    const { box } = await typed();
    await box.page.bringToFront();
    await box.press('ControlOrMeta+z');
    await waitFor(async () => (await box.readText()) === DRAFT, 2_000);
    return { ...(await readState(box)), marks: await waitForMarks(box, 1) };
  });
  /** What would be sent, had the agent written the better words. */
  const written = once(async () => {
    const box = await openBare();
    await box.focus();
    await box.type(REWRITTEN);
    return readState(box);
  });
  /** A second page, for all that begins with another text. */
  const other = once(open);
  const begin = async (html: string, text: string) => {
    const box = await other();
    await box.page.bringToFront();
    await box.load(html);
    await box.focus();
    await box.coached();
    await box.type(text);
    return box;
  };
  return { isInstalled, typed, applied, undone, written, begin };
}

export type Sitting = ReturnType<typeof sit>;

import type { ReplyBox } from '../../demo/reply-box.ts';

/** What was seen while something was typed. */
export interface Seen {
  /** Each marked text, with the draft at that moment. */
  marks: { mark: string; draft: string }[];
  /** Milliseconds of the longest pause between two keys, as the page felt it. */
  longestPause: number;
}

/** Watches the marks at every frame from inside the page, so that one that only flashes is seen too. */
export interface MarkRecorder {
  /** What was seen since the last call. */
  take(): Promise<Seen>;
}

declare global {
  interface Window {
    seen: { marks: Map<string, string>; lastKey: number | undefined; longestPause: number };
  }
}

export async function recordMarks({ page, locator }: ReplyBox): Promise<MarkRecorder> {
  await locator.evaluate((box) => {
    window.seen = { marks: new Map(), lastKey: undefined, longestPause: 0 };
    const note = (text: string | null, draft: string) => {
      // A range that the editor has emptied draws nothing.
      if (text) window.seen.marks.set(text, draft);
    };
    const look = () => {
      const draft = box instanceof HTMLTextAreaElement ? box.value : (box.textContent ?? '');
      for (const [name, ranges] of CSS.highlights) {
        if (name.startsWith('cando-')) for (const range of ranges) note(range.toString(), draft);
      }
      for (const mirror of document.querySelectorAll('cando-mirror')) {
        for (const mark of mirror.shadowRoot?.querySelectorAll('mark') ?? []) note(mark.textContent, draft);
      }
      requestAnimationFrame(look);
    };
    look();
    const feel = () => {
      const now = performance.now();
      window.seen.longestPause = Math.max(window.seen.longestPause, now - (window.seen.lastKey ?? now));
      window.seen.lastKey = now;
    };
    window.addEventListener('keydown', feel, { capture: true });
  });
  return {
    take: () =>
      page.evaluate(() => {
        const { marks, longestPause } = window.seen;
        window.seen = { marks: new Map(), lastKey: undefined, longestPause: 0 };
        return { marks: [...marks].map(([mark, draft]) => ({ mark, draft })), longestPause };
      }),
  };
}

import type { ReplyBox } from '../../demo/reply-box.ts';

/** Watches the marks at every frame from inside the page, so that one that only flashes is seen too. */
export interface MarkRecorder {
  /** Each marked text seen since the last call, with the draft at that moment. */
  take(): Promise<{ mark: string; draft: string }[]>;
}

declare global {
  interface Window {
    seenMarks: Map<string, string>;
  }
}

export async function recordMarks({ page, locator }: ReplyBox): Promise<MarkRecorder> {
  await locator.evaluate((box) => {
    window.seenMarks = new Map();
    const note = (text: string | null, draft: string) => {
      // A range that the editor has emptied draws nothing.
      if (text) window.seenMarks.set(text, draft);
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
  });
  return {
    take: () =>
      page.evaluate(() => {
        const seen = [...window.seenMarks].map(([mark, draft]) => ({ mark, draft }));
        window.seenMarks.clear();
        return seen;
      }),
  };
}

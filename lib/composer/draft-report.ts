import type { ApplyEnd, FlagReport, FrameReport, FromFrame, RewriteView, ToFrame } from '../draft-link.ts';
import type { Rewrite } from '../engine/types.ts';
import type { Port } from './bridge.ts';
import type { PageFlag } from './check.ts';

/** The draft that the popup speaks of. */
export interface ReportedDraft {
  getFlags(): readonly PageFlag[];
  /** How many slight flags are left out, for the draft has enough of them. */
  countUnshown(): number;
  findRewrites(flag: PageFlag): Promise<readonly Rewrite[]>;
  apply(flag: PageFlag, rewrite: string): Promise<ApplyEnd>;
  ignore(flag: PageFlag): void;
  /** Brings a flag into view; a blank is selected. */
  show(flag: PageFlag): void;
}

export interface ReportOptions {
  /** What of the report is known without a draft. */
  getBase(): FrameReport;
  getDraft(): ReportedDraft | undefined;
  describe(flag: PageFlag): Omit<FlagReport, 'rewrites'>;
}

/** Keeps the popup told of the draft and does what it asks. Returns a function to be called when the draft has changed. */
export function serveDraft(port: Port, { getBase, getDraft, describe }: ReportOptions): () => void {
  const known = new WeakMap<PageFlag, FlagReport['rewrites']>();
  let isOpen = true;
  let isDue = false;

  function send(): void {
    isDue = false;
    if (!isOpen) return;
    const draft = getDraft();
    const flags = (draft?.getFlags() ?? []).map((flag) => ({ ...describe(flag), rewrites: getRewrites(flag) }));
    port.postMessage({ report: { ...getBase(), flags, unshown: draft?.countUnshown() ?? 0 } } satisfies FromFrame);
  }

  /** Once for all that changes in the same task. */
  function schedule(): void {
    if (isDue) return;
    isDue = true;
    setTimeout(send);
  }

  function getRewrites(flag: PageFlag): FlagReport['rewrites'] {
    const found = known.get(flag);
    if (found) return found;
    known.set(flag, 'loading');
    getDraft()
      ?.findRewrites(flag)
      .then(
        (all) => known.set(flag, withBefore(all, flag)),
        () => known.set(flag, 'unavailable'),
      )
      .then(schedule);
    return 'loading';
  }

  async function act(asked: ToFrame): Promise<void> {
    const { frame } = getBase();
    if (asked.frame !== frame) return;
    const draft = getDraft();
    const flag = draft?.getFlags().find(({ key }) => key === asked.key);
    if (asked.ask === 'apply') {
      const end = draft && flag ? await apply(draft, flag, asked) : 'moved';
      if (isOpen) port.postMessage({ ended: { frame, key: asked.key, end } } satisfies FromFrame);
    } else if (draft && flag) draft[asked.ask](flag);
    schedule();
  }

  async function apply(
    draft: ReportedDraft,
    flag: PageFlag,
    asked: { index: number; text: string },
  ): Promise<ApplyEnd> {
    const all = await draft.findRewrites(flag).catch(() => undefined);
    // The popup may show what was right a moment ago.
    if (all && all[asked.index]?.text !== asked.text) return 'moved';
    return draft.apply(flag, asked.text);
  }

  port.onMessage.addListener((asked: ToFrame) => void act(asked));
  port.onDisconnect.addListener(() => {
    isOpen = false;
  });
  schedule();
  return schedule;
}

function withBefore(rewrites: readonly Rewrite[], { block }: PageFlag): RewriteView[] {
  return rewrites.map((one) => ({ ...one, before: block.text.slice(one.span.start, one.span.end) }));
}

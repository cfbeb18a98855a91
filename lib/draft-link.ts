import type { Rewrite, Severity } from './engine/types.ts';

/** The name of the port between the popup and the frames of the tab behind it. One port leads to all of them. */
export const DRAFT_PORT = 'cando-draft';

/** What a frame tells of the reply that is written in it. */
export interface FrameReport {
  /** Tells frames apart; made anew with each page. */
  frame: string;
  isTop: boolean;
  /** Orders frames: when a reply box of this one last had the focus, in milliseconds since 1970; 0 for never. */
  focusedAt: number;
  /** The host whose setting decides whether CanDo speaks here. */
  host: string;
  /** The desk's name; `''` where none is known. */
  site: string;
  /** `elsewhere`: a page of the desk where no reply is written, such as its help centre. */
  state: 'elsewhere' | 'waiting' | 'writing' | 'unsupported';
  flags: FlagReport[];
  /** How many slight flags are left out, for the draft has enough of them. */
  unshown: number;
  /** Rules that have stepped down, for they were ignored again and again, and whose agent has not been told. */
  stepped: SteppedReport[];
}

export interface SteppedReport {
  ruleId: string;
  message: string;
  /** What its marks are now; `silent` for none. */
  to: Exclude<Severity, 'error'> | 'silent';
}

export interface FlagReport {
  /** The same while the draft is edited around it. */
  key: string;
  ruleId: string;
  severity: Severity;
  /** The pack's name. */
  category: string;
  /** Names of other packs that speak of the same words. */
  also: readonly string[];
  phrase: string;
  message: string;
  why: string;
  rewrites: 'loading' | 'unavailable' | readonly RewriteView[];
  /** A blank is filled in, not rewritten or ignored. */
  isBlank: boolean;
}

export interface RewriteView extends Rewrite {
  /** The words that it replaces. */
  before: string;
}

/** How an apply ended; all but the first left the draft as it was, unless `wrong`. */
export type ApplyEnd = 'applied' | 'moved' | 'failed' | 'wrong' | 'formatted' | 'unavailable';

/** From a frame to the popup. */
export type FromFrame = { report: FrameReport } | { ended: { frame: string; key: string; end: ApplyEnd } };

/** From the popup to one of the frames. */
export type ToFrame = {
  frame: string;
  key: string;
} /** `text` is the rewrite as it was shown: another one is never put in its place. */ & (
  | { ask: 'apply'; index: number; text: string }
  /** Selects a blank and gives the reply box the focus, for when the popup closes. */
  | { ask: 'show' }
  | { ask: 'ignore' }
);

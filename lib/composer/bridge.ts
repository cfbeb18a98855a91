import type { browser } from 'wxt/browser';
import type { FrameReport } from '../draft-link.ts';
import type { Site } from '../sites/site.ts';
import type { MountCard } from './view.ts';

export type Port = ReturnType<typeof browser.runtime.connect>;

/** What the small script, always there, and the coach, loaded at the first focus, share in their world of the page. */
export interface Bridge {
  /** Aborted when the extension is gone from under the page. */
  signal: AbortSignal;
  /** True when the extension was updated or switched off; asking makes `signal` abort. */
  isOrphaned(): boolean;
  /** The desks that the page's address belongs to now. */
  getSites(): readonly Site[];
  /** The last box of several lines that got the focus is one whose text no extension can read. */
  isUnreadable?: boolean;
  /** Set by the coach: a reply box got the focus. Resolves when it is coached. */
  attach?(editor: HTMLElement, site: Site): Promise<void>;
  /** Set by the card's script. */
  mountCard?: MountCard;
  /** Set by the coach: a key event, ahead of the page's own listeners. */
  key?(event: KeyboardEvent): void;
  /** Set by the coach: keeps the popup told of the draft, from `base` on, and does what it asks. */
  connectPopup?(port: Port, base: FrameReport): void;
}

/** Why a page's script ends when its site's permission was taken back. */
export const SITE_LOST = 'site lost';

const KEY = Symbol.for('cando');

export function getBridge(): Bridge | undefined {
  return (globalThis as { [KEY]?: Bridge })[KEY];
}

export function setBridge(bridge: Bridge): void {
  (globalThis as { [KEY]?: Bridge })[KEY] = bridge;
}

import type { RewriteView } from '../draft-link.ts';
import type { Severity } from '../engine/types.ts';

/** What the card shows. `rewrites` come later than the rest, or not at all. */
export interface CardView {
  phrase: string;
  category: string;
  /** Names of other packs that speak of the same words. */
  also: readonly string[];
  severity: Severity;
  message: string;
  why: string;
  position: { index: number; count: number };
  rewrites: 'loading' | 'unavailable' | readonly RewriteView[];
  notice?: 'failed' | 'wrong' | 'moved' | 'formatted' | 'copied';
  /** The agent has not needed the rule for a month: its mark is a dot. */
  isFaded?: boolean;
  /** A blank is filled in, not ignored. */
  canIgnore: boolean;
  /** The team has locked the rule: what it says to that, which may be nothing. */
  lockedBy?: string;
  /** The key that applies the first rewrite, as people write it. */
  applyKey?: string;
}

/** What an agent can do on the card. */
export interface CardActions {
  /** @param rewrite the text as the card shows it */
  apply(rewrite: string): void;
  copy(rewrite: string): void;
  ignore(): void;
  ignorePhrase(): void;
  switchOff(): void;
  /** Has the rule marked in full from now on. */
  showInFull(): void;
}

/** A card mounted in a shadow root. */
export interface MountedCard {
  show(view: CardView): void;
  unmount(): void;
}

export type MountCard = (container: Element | DocumentFragment, actions: CardActions) => MountedCard;

/** What the page's parts look like, from `components`. */
export interface Look {
  /** Design tokens, as style text. */
  tokens: string;
  card: string;
  /** As the agent has set it; on each of our elements as `data-theme`. */
  theme?: 'system' | 'light' | 'dark';
  /** Loaded when the first card opens: most of what a card needs is React, and most focuses open none. */
  loadCard(): Promise<MountCard>;
}

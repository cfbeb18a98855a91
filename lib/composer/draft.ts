import type { Caret, Editor } from '../editors/editor.ts';
import type { Context } from '../engine/types.ts';
import type { PageFlag } from './check.ts';

/** What those who serve one draft need to know of it, and how they speak to the agent. */
export interface Draft {
  editor: Editor;
  /** Ends with the reply box. */
  signal: AbortSignal;
  say(words: string): void;
  getFlags(): readonly PageFlag[];
  getContext(): Context;
  getCaret(): Caret | undefined;
}

/** A draft that can be changed by us, too. */
export interface ChangingDraft extends Draft {
  /** Milliseconds since the draft last changed. */
  getQuiet(): number;
  /** Checks at once, after a change of our own. */
  update(): void;
}

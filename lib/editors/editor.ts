import type { Span } from '../engine/types.ts';

/**
 * A paragraph or a line. The object stays the same while its text and its nodes do: whatever is computed from a block
 * can be kept beside it, and a keystroke costs one block. Offsets are UTF-16 code units of `text`.
 */
export interface Block {
  /** The same for a paragraph as it is edited. */
  readonly id: number;
  /** What is not the agent's words (mentions, code, placeholders) stands as U+FFFC, so that offsets hold. */
  readonly text: string;
}

export interface Caret {
  block: Block;
  offset: number;
  /** Where it really is when it stands in no words, as in an empty line or in code: `offset` is then the nearest. */
  outside?: Place;
}

/** A place in the document, as a selection has it. */
export interface Place {
  node: Node;
  offset: number;
}

/**
 * How a replacement ended. `failed` means that the text is as it was before, or that the agent must look; nothing was touched
 * where a link or formatting would be lost. `taken back`: by the agent's own undo, in the same breath.
 */
export type Outcome =
  | 'applied'
  | 'taken back'
  | 'changed meanwhile'
  | 'would lose formatting'
  | 'failed'
  | 'failed and left wrong';

/** What every editor can do. Nothing but `replace` and `undo` writes into it. */
export interface Editor {
  readonly kind: string;
  readonly element: HTMLElement;
  /** The agent's words in order, without quoted history, signatures and the like. Cheap when nothing has changed. */
  blocks(): readonly Block[];
  /** Where the selection's moving end is; undefined when it is not in the editor, or there are no words. */
  caret(): Caret | undefined;
  /** What is selected, when it lies in one block; of no length for a caret. */
  selected(): { block: Block; span: Span } | undefined;
  /** Selects without scrolling the page or asking for the focus. */
  select(block: Block, span: Span): void;
  /** Puts the caret where it was, or as near as what has changed since allows. */
  placeCaret(caret: Caret): void;
  /** Where the words are on the screen, one rectangle a line; empty when they are not. */
  rects(block: Block, span: Span): DOMRect[];
  /** Scrolls no further than needed to show the words. */
  reveal(block: Block, span: Span): void;
  /**
   * Replaces exactly this span in one undo step and reads the text back.
   * @param onRight called as soon as the text reads right, before another key can be typed: the time to place the caret. Called
   * again when the editor has settled, unless the agent has gone on: some draw their own caret late
   * @param onLost called when it was applied, and the editor draws its old words again within a second
   */
  replace(block: Block, span: Span, text: string, onRight?: () => void, onLost?: () => void): Promise<Outcome>;
  /** Takes the last step back, as the editor itself would. */
  undo(): Promise<void>;
  marks: Marks;
}

/** A mark to draw. */
export interface Mark {
  span: Span;
  /** A dot is the shortest of strokes, under one letter. */
  severity: 'error' | 'warning' | 'info' | 'dot';
}

/** Draws under the words without writing into the editor. */
export interface Marks {
  /**
   * Draws the marks of these blocks anew, and lets go those of blocks that are gone.
   * @param blocks all blocks in order
   */
  draw(blocks: readonly Block[], changed: ReadonlyMap<Block, readonly Mark[]>): void;
  /** The text changes and is not read yet: marks that do not move with it hide until the next `draw`. */
  hold(): void;
}

/** An editor kind. The first whose `fits` is true is taken. */
export interface EditorKind {
  kind: string;
  /** It fits what others fit better, and is asked last. */
  isGeneral?: true;
  fits(element: HTMLElement): boolean;
  create(element: HTMLElement, options: EditorOptions): Editor;
}

export interface EditorOptions {
  /** Ends all listening. */
  signal: AbortSignal;
  /** Selectors of what is not the agent's words, beside the usual. */
  excluded?: readonly string[];
  /** Called when the text may have changed, after the change and before the next frame. */
  onChange(): void;
}

/** Declares an editor kind. */
export function defineEditor(kind: EditorKind): EditorKind {
  return kind;
}

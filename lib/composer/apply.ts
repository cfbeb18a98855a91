import type { Block, Caret, Editor, Outcome } from '../editors/editor.ts';
import type { Rewrite, Span } from '../engine/types.ts';

/** A rewrite that stands in the draft, with what is needed to take it back. */
export interface Applied {
  block: Block;
  /** What stood where `after` stands now. */
  before: string;
  after: string;
  start: number;
}

export type ApplyResult = { outcome: 'applied'; applied: Applied } | { outcome: Exclude<Outcome, 'applied'> };

/**
 * Puts a rewrite in the place of its span, checked by the editor. Afterwards the first blank is selected; without blanks
 * the caret is after the rewrite, or stays where it was in its own text. `onPlaced` hears when the rewrite stands there,
 * before it is certain that it stays; `onLost` when the editor has drawn its old words again later.
 */
export async function applyRewrite(
  editor: Editor,
  block: Block,
  rewrite: Rewrite,
  caret?: Caret,
  onPlaced?: () => void,
  onLost?: () => void,
): Promise<ApplyResult> {
  const { span, text } = rewrite;
  const core = trim(block.text.slice(span.start, span.end), text);
  const place = { start: span.start + core.head, end: span.end - core.tail };
  const expected = block.text.slice(0, span.start) + text + block.text.slice(span.end);
  let after: Block | undefined;
  let placed: Selected;
  const onRight = () => {
    const isAgain = after !== undefined;
    after = findBlock(editor, block.id, expected);
    if (after && !(isAgain && isSame(editor.selected(), placed)))
      selectAfterwards(editor, after, rewrite, block, caret);
    placed = editor.selected();
    if (!isAgain) onPlaced?.();
  };
  const words = text.slice(core.head, text.length - core.tail);
  const outcome = await editor.replace(block, place, words, onRight, onLost);
  if (outcome !== 'applied') return { outcome };
  const applied = {
    block: after ?? block,
    before: block.text.slice(span.start, span.end),
    after: text,
    start: span.start,
  };
  return { outcome, applied };
}

/**
 * Takes a rewrite back: by the editor's undo when nothing was written since (`isLast`), else by putting the old words back. The
 * caret stays in the agent's own words.
 */
export async function takeBack(
  editor: Editor,
  { block, before, after, start }: Applied,
  isLast: boolean,
  caret?: Caret,
): Promise<'back' | 'nothing to take back' | 'moved'> {
  const old = block.text.slice(0, start) + before + block.text.slice(start + after.length);
  const now = editor.blocks().find((one) => one.id === block.id);
  if (isLast && now?.text === block.text) {
    await editor.undo();
    const undone = findBlock(editor, block.id, old);
    if (undone) return 'back';
  }
  const latest = editor.blocks().find((one) => one.id === block.id);
  const at = findAfter(latest, block, after, start);
  if (!latest || at < 0) return latest?.text.includes(before) ? 'nothing to take back' : 'moved';
  const rewrite = { span: { start: at, end: at + after.length }, text: before, blanks: [] };
  const { outcome } = await applyRewrite(editor, latest, rewrite, caret);
  return outcome === 'applied' ? 'back' : 'moved';
}

/** Where the rewrite stands now, or -1. A sentence that was taken out left nothing to find, unless the text is as it was then. */
function findAfter(latest: Block | undefined, then: Block, after: string, start: number): number {
  if (after !== '') return latest?.text.indexOf(after) ?? -1;
  return latest?.text === then.text ? start : -1;
}

type Selected = ReturnType<Editor['selected']>;

function isSame(a: Selected, b: Selected): boolean {
  return a?.block.id === b?.block.id && a?.span.start === b?.span.start && a?.span.end === b?.span.end;
}

function findBlock(editor: Editor, id: number, text: string): Block | undefined {
  const blocks = editor.blocks();
  return blocks.find((block) => block.id === id && block.text === text) ?? blocks.find((block) => block.text === text);
}

function selectAfterwards(editor: Editor, after: Block, rewrite: Rewrite, block: Block, caret?: Caret): void {
  const { span, text, blanks } = rewrite;
  const [blank] = blanks;
  if (blank) {
    editor.select(after, { start: span.start + blank.start, end: span.start + blank.end });
    return;
  }
  // An agent who writes in another paragraph goes on there, also where the editor has drawn it anew.
  const other =
    caret && caret.block.id !== block.id
      ? (editor.blocks().find(({ id }) => id === caret.block.id) ?? findBlock(editor, caret.block.id, caret.block.text))
      : undefined;
  if (caret && other) editor.placeCaret({ ...caret, block: other });
  else editor.placeCaret({ ...caret, block: after, offset: getOffset(span, text, block, caret) });
}

/** Where the caret of the old text is in the new one. */
function getOffset({ start, end }: Span, text: string, block: Block, caret: Caret | undefined): number {
  if (caret?.block.id !== block.id) return start + text.length;
  if (caret.offset < start) return caret.offset;
  return start + text.length + Math.max(0, caret.offset - end);
}

/**
 * How much of the head and tail, in whole words, a replacement need not touch: formatting there survives. Something is always
 * left to replace on both sides, for no editor is asked to replace nothing.
 */
export function trim(before: string, after: string): { head: number; tail: number } {
  const a = before.split(/(?<=\s)/);
  const b = after.split(/(?<=\s)/);
  const most = Math.min(a.length, b.length) - 1;
  let head = 0;
  while (head < most && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < most - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const length = (words: string[]) => words.join('').length;
  const start = length(a.slice(0, head));
  let end = length(a.slice(a.length - tail));
  const isBlank = () => /\s/.test(before.at(-1 - end) ?? '') && before.at(-1 - end) === after.at(-1 - end);
  // A blank at the edge does not survive everywhere.
  while (Math.min(before.length, after.length) - end > start + 1 && isBlank()) end++;
  return { head: start, tail: end };
}

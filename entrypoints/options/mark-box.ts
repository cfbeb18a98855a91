import type { Block, Mark } from '../../lib/editors/editor.ts';
import textarea from '../../lib/editors/kinds/textarea.ts';
import type { CheckedFlag } from '../../lib/workshop/bench.ts';

/** Marks flags in a box of this page as on a desk. Gives what takes the flags of its text. */
export function markBox(box: HTMLTextAreaElement, signal: AbortSignal): (flags: readonly CheckedFlag[]) => void {
  const editor = textarea.create(box, { signal, onChange: () => editor.marks.hold() });
  return (flags) => {
    const blocks = editor.blocks();
    const marks = new Map<Block, readonly Mark[]>();
    let at = 0;
    for (const block of blocks) {
      const [start, end] = [at, at + block.text.length];
      marks.set(
        block,
        flags.flatMap(({ span, severity }) =>
          span.start >= start && span.end <= end
            ? [{ span: { start: span.start - start, end: span.end - start }, severity }]
            : [],
        ),
      );
      at = end + 1;
    }
    editor.marks.draw(blocks, marks);
  };
}

import type { Block, Caret, Editor, EditorOptions } from '../editor.ts';
import { defineEditor } from '../editor.ts';
import { createLines, type Line } from '../lines.ts';
import { insertText, undoNatively } from '../methods.ts';
import { createMirror } from '../mirror.ts';
import { pause, replaceExactly } from '../replace.ts';

/** Textareas, also those that React controls: the browser edits, the framework hears of it by `input`. */
export default defineEditor({
  kind: 'textarea',
  fits: (element) => element.localName === 'textarea',
  create(element, options): Editor {
    const area = element as HTMLTextAreaElement;
    watchValue(area, options);
    const lines = createLines();
    const mirror = createMirror(area, options.signal);
    const read = () => lines.read(area.value);
    const find = (block: Block) => read().find((line) => line === block);
    const select = (block: Block, span: { start: number; end: number }) => {
      const line = find(block);
      if (line) area.setSelectionRange(line.start + span.start, line.start + span.end);
      return line && { element };
    };
    const undo = async () => {
      area.focus({ preventScroll: true });
      undoNatively({ element });
      await pause(30);
    };

    return {
      kind: 'textarea',
      element,
      blocks: read,
      caret(): Caret | undefined {
        const at = area.selectionDirection === 'backward' ? area.selectionStart : area.selectionEnd;
        const block = read().find((line) => at <= line.start + line.raw.length);
        return block && { block, offset: at - block.start };
      },
      selected() {
        const { selectionStart, selectionEnd } = area;
        const block = read().find((line) => selectionStart <= line.start + line.raw.length);
        if (!block || selectionEnd > block.start + block.raw.length) return undefined;
        return { block, span: { start: selectionStart - block.start, end: selectionEnd - block.start } };
      },
      select,
      placeCaret({ block, offset }) {
        const line = read().find(({ id }) => id === block.id);
        const at = Math.min(offset, line?.raw.length ?? 0);
        if (line) select(line, { start: at, end: at });
      },
      rects: (block, span) => mirror.rects(block, span),
      reveal(block, span) {
        const [rect] = mirror.rects(block, span);
        if (!rect) return;
        const box = area.getBoundingClientRect();
        const isSeen = rect.top >= box.top && rect.bottom <= box.bottom;
        if (!isSeen) area.scrollTop += ((rect.top - box.top) * area.offsetHeight) / box.height - area.clientHeight / 2;
      },
      async replace(block, span, text, onRight, onLost) {
        const line = find(block) as Line | undefined;
        if (!line) return 'changed meanwhile';
        const { value } = area;
        const from = line.start + span.start;
        return replaceExactly({
          element,
          text,
          expected: value.slice(0, from) + text + value.slice(line.start + span.end),
          methods: [insertText],
          read: () => area.value,
          select: () => select(block, span),
          undo,
          onRight,
          onLost,
        });
      },
      undo,
      marks: mirror,
    };
  },
});

/** Milliseconds between two looks at a text that a page may have changed by script, as when it empties the box after sending. */
const LOOK = 400;

function watchValue(area: HTMLTextAreaElement, { onChange, signal }: EditorOptions): void {
  let last = area.value;
  const tell = () => {
    last = area.value;
    onChange();
  };
  // A textarea's text is no part of the page: its event tells of a change, and none does of one by script.
  area.addEventListener('input', tell, { signal });
  const timer = setInterval(() => area.value !== last && tell(), LOOK);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}

import { defineEditor } from '../editor.ts';
import { deleteText, insertText, pasteText, pressBackspace, pressUndo } from '../methods.ts';
import { createRichEditor } from '../rich.ts';

/** ProseMirror, and TipTap, which is made of it. It reads what the browser does to its page, and keeps its own history. */
export default defineEditor({
  kind: 'prosemirror',
  fits: (element) => element.classList.contains('ProseMirror'),
  create: (element, options) =>
    createRichEditor(element, options, {
      kind: 'prosemirror',
      methods: [insertText, pasteText],
      dressed: [pasteText],
      erased: [deleteText, pressBackspace],
      undo: pressUndo,
      joins: 500,
    }),
});

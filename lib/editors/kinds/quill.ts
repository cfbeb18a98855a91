import { defineEditor } from '../editor.ts';
import { deleteText, insertText, pasteText, pressBackspace, pressUndo } from '../methods.ts';
import { createRichEditor } from '../rich.ts';

/** Quill 2 reads what the browser does to its page, and keeps its own history. */
export default defineEditor({
  kind: 'quill',
  fits: (element) => element.classList.contains('ql-editor') && !element.parentElement?.querySelector('.ql-clipboard'),
  create: (element, options) =>
    createRichEditor(element, options, {
      kind: 'quill',
      methods: [insertText],
      dressed: [pasteText],
      erased: [deleteText, pressBackspace],
      undo: pressUndo,
      joins: 1000,
    }),
});

import { defineEditor } from '../editor.ts';
import { deleteText, pasteText, pressBackspace, pressUndo } from '../methods.ts';
import { createRichEditor } from '../rich.ts';

/** CKEditor 4, in a frame or in the page. What the browser inserts falls into one undo step with the agent's typing; a paste is one by itself. */
export default defineEditor({
  kind: 'ckeditor4',
  fits: (element) => element.classList.contains('cke_editable'),
  create: (element, options) =>
    createRichEditor(element, options, {
      kind: 'ckeditor4',
      methods: [pasteText],
      dressed: [pasteText],
      erased: [deleteText, pressBackspace],
      joinsDeletions: true,
      undo: pressUndo,
    }),
});

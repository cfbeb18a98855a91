import { defineEditor } from '../editor.ts';
import { deleteText, pasteText, pressBackspace, pressUndo } from '../methods.ts';
import { createRichEditor } from '../rich.ts';

/** TinyMCE, in a frame or in the page. What the browser inserts falls into one undo step with the agent's typing; a paste is one by itself. */
export default defineEditor({
  kind: 'tinymce',
  fits: (element) => element.matches('.mce-content-body, #tinymce'),
  create: (element, options) =>
    createRichEditor(element, options, {
      kind: 'tinymce',
      methods: [pasteText],
      dressed: [pasteText],
      erased: [deleteText, pressBackspace],
      joinsDeletions: true,
      undo: pressUndo,
    }),
});

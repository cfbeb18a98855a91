import { defineEditor } from '../editor.ts';
import { deleteText, pasteText, pressBackspace, pressUndo } from '../methods.ts';
import { createRichEditor } from '../rich.ts';

/** Draft.js. It hears of nothing but keys and what is pasted: all else parts its model from the page. */
export default defineEditor({
  kind: 'draft',
  fits: (element) => element.classList.contains('public-DraftEditor-content'),
  create: (element, options) =>
    createRichEditor(element, options, {
      kind: 'draft',
      methods: [pasteText],
      dressed: [pasteText],
      erased: [deleteText, pressBackspace],
      undo: pressUndo,
    }),
});

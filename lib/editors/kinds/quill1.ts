import { defineEditor } from '../editor.ts';
import { deleteText, insertHtml, insertText, type Method, pasteText, pressBackspace, pressUndo } from '../methods.ts';
import { createRichEditor } from '../rich.ts';

/** It has the browser paste into a box beside the text, and takes from there what it finds a moment later. */
const pasteBeside: Method = (spot, text, html) => {
  pasteText(spot, text, html);
  if (spot.element.ownerDocument.activeElement?.matches('.ql-clipboard')) insertHtml(spot, text, html);
};

/** Quill 1, which has that box. */
export default defineEditor({
  kind: 'quill1',
  fits: (element) =>
    element.classList.contains('ql-editor') && element.parentElement?.querySelector('.ql-clipboard') != null,
  create: (element, options) =>
    createRichEditor(element, options, {
      kind: 'quill1',
      methods: [insertText],
      dressed: [pasteBeside],
      erased: [deleteText, pressBackspace],
      undo: pressUndo,
      joins: 1000,
    }),
});

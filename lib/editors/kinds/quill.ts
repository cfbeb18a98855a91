import { defineEditor } from '../editor.ts';
import { insertText, pasteText, pressUndo } from '../methods.ts';
import { createRichEditor } from '../rich.ts';

/** Quill 1 and 2. Quill 1 deletes the word when it is pasted over. */
export default defineEditor({
  kind: 'quill',
  fits: (element) => element.classList.contains('ql-editor'),
  create: (element, options) =>
    createRichEditor(element, options, { kind: 'quill', methods: [insertText], dressed: [pasteText], undo: pressUndo }),
});

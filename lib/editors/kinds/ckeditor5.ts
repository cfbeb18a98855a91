import { defineEditor } from '../editor.ts';
import { pasteText, pressUndo, replaceText } from '../methods.ts';
import { createRichEditor } from '../rich.ts';

/**
 * CKEditor 5 (Zendesk). execCommand answers true and does nothing. The editor keeps its own history, which only its own
 * keys reach.
 */
export default defineEditor({
  kind: 'ckeditor5',
  fits: (element) => element.classList.contains('ck-editor__editable'),
  create: (element, options) =>
    createRichEditor(element, options, {
      kind: 'ckeditor5',
      methods: [replaceText, pasteText],
      dressed: [pasteText],
      undo: pressUndo,
    }),
});

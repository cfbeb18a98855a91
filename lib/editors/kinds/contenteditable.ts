import { defineEditor } from '../editor.ts';
import { insertHtml, insertText, pasteText, replaceText, undoNatively } from '../methods.ts';
import { createRichEditor } from '../rich.ts';

/** Text that the browser itself edits (Gmail), and editors that nobody knows: what works is found by reading back. */
export default defineEditor({
  kind: 'contenteditable',
  isGeneral: true,
  fits: (element) => element.isContentEditable || element.hasAttribute('contenteditable'),
  create: (element, options) =>
    createRichEditor(element, options, {
      kind: 'contenteditable',
      methods: [insertText, replaceText, pasteText],
      dressed: [insertHtml, pasteText],
      undo: undoNatively,
    }),
});

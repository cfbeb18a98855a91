import { defineEditor } from '../editor.ts';
import { deleteText, insertHtml, insertText, pasteText, pressBackspace, replaceText, undoSomehow } from '../methods.ts';
import { createRichEditor } from '../rich.ts';

/**
 * Editors that nobody knows. One with a model of its own takes the events that it listens to; behind its back nothing is
 * written, for model and page would part. Where nobody takes them, the browser itself edits.
 */
export default defineEditor({
  kind: 'contenteditable',
  isGeneral: true,
  fits: (element) => element.isContentEditable || element.hasAttribute('contenteditable'),
  create: (element, options) =>
    createRichEditor(element, options, {
      kind: 'contenteditable',
      methods: [replaceText, pasteText, insertText],
      dressed: [pasteText, insertHtml],
      erased: [deleteText, pressBackspace],
      undo: undoSomehow,
    }),
});

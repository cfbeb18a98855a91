import { defineEditor } from '../editor.ts';
import { deleteText, pasteText, pressBackspace, pressUndo, replaceText } from '../methods.ts';
import { createRichEditor } from '../rich.ts';

/** Lexical writes each change into its page anew; what it is told by `beforeinput` it takes into its own record first. */
export default defineEditor({
  kind: 'lexical',
  fits: (element) => element.hasAttribute('data-lexical-editor'),
  create: (element, options) =>
    createRichEditor(element, options, {
      kind: 'lexical',
      methods: [replaceText, pasteText],
      dressed: [pasteText],
      erased: [deleteText, pressBackspace],
      undo: pressUndo,
    }),
});

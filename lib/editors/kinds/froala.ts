import { defineEditor } from '../editor.ts';
import { deleteNatively, insertHtml, insertText, pressUndo } from '../methods.ts';
import { createRichEditor } from '../rich.ts';

/** Froala. The browser edits, the editor keeps its own history. */
export default defineEditor({
  kind: 'froala',
  fits: (element) => element.classList.contains('fr-element'),
  create: (element, options) =>
    createRichEditor(element, options, {
      kind: 'froala',
      methods: [insertText],
      dressed: [insertHtml],
      erased: [deleteNatively],
      undo: pressUndo,
    }),
});

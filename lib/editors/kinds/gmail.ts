import { defineEditor } from '../editor.ts';
import { deleteNatively, insertHtml, insertText, undoNatively } from '../methods.ts';
import { createRichEditor } from '../rich.ts';

/** Gmail, where the browser itself edits. */
export default defineEditor({
  kind: 'gmail',
  fits: (element) => element.getAttribute('g_editable') === 'true',
  create: (element, options) =>
    createRichEditor(element, options, {
      kind: 'gmail',
      methods: [insertText],
      dressed: [insertHtml],
      erased: [deleteNatively],
      undo: undoNatively,
    }),
});

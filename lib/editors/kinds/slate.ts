import { defineEditor } from '../editor.ts';
import { pressUndo, replaceText } from '../methods.ts';
import { createRichEditor } from '../rich.ts';

/** Slate. It takes words by `beforeinput` alone: all else parts its model from the page. */
export default defineEditor({
  kind: 'slate',
  fits: (element) => element.hasAttribute('data-slate-editor'),
  create: (element, options) =>
    createRichEditor(element, options, { kind: 'slate', methods: [replaceText], undo: pressUndo }),
});

import { defineEditor } from '../editor.ts';
import { deleteText, inputPaste, type Method, pressBackspace, pressUndo } from '../methods.ts';
import { createRichEditor } from '../rich.ts';

/** Plain words it takes without saying so, and draws late. */
const paste: Method = (spot, text, html) => {
  inputPaste(spot, text, html);
};

/** Trix (Basecamp), which keeps its own history. */
export default defineEditor({
  kind: 'trix',
  fits: (element) => element.localName === 'trix-editor',
  create: (element, options) =>
    createRichEditor(element, options, {
      kind: 'trix',
      methods: [paste],
      dressed: [paste],
      erased: [deleteText, pressBackspace],
      undo: pressUndo,
    }),
});

import { defineEditor } from '../editor.ts';
import { deleteText, type Method, pasteText, pressBackspace, pressUndo, replaceText, sendInput } from '../methods.ts';
import { createRichEditor } from '../rich.ts';

/**
 * On a machine that is busy it has not heard of the selection yet, and would paste at the old one; behind the toolbar's popup it hears
 * of none, until a change to come makes it listen again.
 */
const pasteAnywhere: Method = (spot, text, html) => {
  const { element, range } = spot;
  if (range && !element.ownerDocument.hasFocus()) sendInput(element, 'insertFromPaste', range, new DataTransfer());
  tellSelection(element);
  return pasteText(spot, text, html);
};

/** The browser tells the editor some time later: a key before that would write in the look of the words that were selected. */
function tellSelection({ ownerDocument }: HTMLElement): void {
  ownerDocument.dispatchEvent(new Event('selectionchange'));
}

/**
 * CKEditor 5 (Zendesk). execCommand answers true and does nothing. The editor keeps its own history, which only its own
 * keys reach.
 */
export default defineEditor({
  kind: 'ckeditor5',
  fits: (element) => element.classList.contains('ck-editor__editable'),
  create(element, options) {
    const editor = createRichEditor(element, options, {
      kind: 'ckeditor5',
      methods: [replaceText, pasteAnywhere],
      dressed: [pasteAnywhere],
      erased: [deleteText, pressBackspace],
      undo: pressUndo,
    });
    return {
      ...editor,
      placeCaret(caret) {
        editor.placeCaret(caret);
        tellSelection(element);
      },
    };
  },
});

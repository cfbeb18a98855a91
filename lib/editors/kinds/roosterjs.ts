import { defineEditor } from '../editor.ts';
import { deleteNatively, insertHtml, insertText, type Method, pressUndo } from '../methods.ts';
import { createRichEditor } from '../rich.ts';

/** For its undo it takes a picture when a key is about to replace what is selected, and another if keys came after that. */
const asTyped =
  (act: Method): Method =>
  (spot, text, html) => {
    const press = () =>
      spot.element.dispatchEvent(new KeyboardEvent('keypress', { key: 'a', bubbles: true, composed: true }));
    press();
    act(spot, text, html);
    press();
  };

/** RoosterJS (Outlook on the web), which gives nothing of itself away but this style. Pasted words it colours. */
export default defineEditor({
  kind: 'roosterjs',
  fits: (element) => element.isContentEditable && element.style.userSelect === 'text',
  create: (element, options) =>
    createRichEditor(element, options, {
      kind: 'roosterjs',
      methods: [asTyped(insertText)],
      dressed: [asTyped(insertHtml)],
      erased: [asTyped(deleteNatively)],
      undo: pressUndo,
    }),
});

/** Ways to put text where the selection is. None is trusted: the text is read back after each. */

export interface Spot {
  /** What has the focus and takes the events. */
  element: HTMLElement;
  /** The selected words; a textarea has none. */
  range?: Range;
}

/** @param html the same words with their elements, where they look different from each other */
export type Method = (spot: Spot, text: string, html?: string) => void;

/** As if typed: right where the browser itself edits. */
export const insertText: Method = ({ element }, text) => {
  element.ownerDocument.execCommand('insertText', false, text);
};

/** As if dropped with its looks: right where the browser itself edits. */
export const insertHtml: Method = ({ element }, _, html) => {
  element.ownerDocument.execCommand('insertHTML', false, html);
};

/** As a spelling correction by the browser: right where an editor listens to `beforeinput`. */
export const replaceText: Method = ({ element, range }, text) => {
  if (!range) return;
  const targetRanges = [new StaticRange(range)];
  const dataTransfer = new DataTransfer();
  dataTransfer.setData('text/plain', text);
  const init = { inputType: 'insertReplacementText', data: text, dataTransfer, targetRanges };
  element.dispatchEvent(new InputEvent('beforeinput', { ...init, bubbles: true, cancelable: true, composed: true }));
};

/** As pasted. */
export const pasteText: Method = ({ element }, text, html) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  if (html) clipboardData.setData('text/html', html);
  element.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }),
  );
};

/** The browser's own undo. */
export const undoNatively = ({ element }: Spot): void => {
  element.ownerDocument.execCommand('undo');
};

/** The undo keys, for editors that keep their own history. */
export const pressUndo = ({ element }: Spot): void => {
  const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
  const keys = { key: 'z', code: 'KeyZ', keyCode: 90, which: 90, ctrlKey: !isMac, metaKey: isMac };
  const init = { ...keys, bubbles: true, cancelable: true, composed: true };
  element.dispatchEvent(new KeyboardEvent('keydown', init));
  element.dispatchEvent(new KeyboardEvent('keyup', init));
};

/** Ways to put text where the selection is. None is trusted: the text is read back after each. */

export interface Spot {
  /** What has the focus and takes the events. */
  element: HTMLElement;
  /** The selected words; a textarea has none. */
  range?: Range;
  /** For each UTF-16 unit of the new words the element whose look it takes. */
  homes?: readonly Element[];
}

/**
 * @param html the same words with their elements, where they look different from each other
 * @returns false where nobody has taken any notice, so that the next way can be tried at once
 */
export type Method = (spot: Spot, text: string, html?: string) => unknown;

/** As if typed: right where the browser itself edits. */
export const insertText: Method = ({ element }, text) => {
  element.ownerDocument.execCommand('insertText', false, text);
};

/** As if dropped with its looks: right where the browser itself edits. */
export const insertHtml: Method = ({ element }, _, html) => {
  const own = new Set(listStyled(element).map((one) => one.getAttribute('style')));
  element.ownerDocument.execCommand('insertHTML', false, html);
  // Where a page's style sheet sets the fonts of what one writes in, Chromium writes them into the words.
  for (const one of listStyled(element)) if (!own.has(one.getAttribute('style'))) one.removeAttribute('style');
};

function listStyled(element: Element): Element[] {
  return [...element.querySelectorAll('[style]')];
}

/** As a spelling correction by the browser: right where an editor listens to `beforeinput`. */
export const replaceText: Method = ({ element, range }, text) =>
  range && sendInput(element, 'insertReplacementText', range, fill(new DataTransfer(), text));

/** As pasted. */
export const pasteText: Method = ({ element }, text, html) => {
  const paste = createClipboardEvent('paste');
  if (paste.clipboardData) fill(paste.clipboardData, text, html);
  return !element.dispatchEvent(paste);
};

/** As what the browser is about to paste: right where an editor leaves `paste` alone and listens to `beforeinput`. */
export const inputPaste: Method = ({ element, range }, text, html) =>
  range && sendInput(element, 'insertFromPaste', range, fill(new DataTransfer(), text, html));

/** With an empty clipboard of its own. Firefox makes that itself, whatever it is given. */
export function createClipboardEvent(type: 'copy' | 'paste'): ClipboardEvent {
  const clipboardData = new DataTransfer();
  return new ClipboardEvent(type, { clipboardData, bubbles: true, cancelable: true, composed: true });
}

function fill(transfer: DataTransfer, text: string, html?: string): DataTransfer {
  putData(transfer, 'text/plain', text);
  if (html) putData(transfer, 'text/html', html);
  return transfer;
}

/** Firefox shows a page only what a page has put in: there it is put in as by the page, whose own object it keeps behind ours. */
export function putData(transfer: DataTransfer, type: string, data: string): void {
  const { wrappedJSObject: ofPage = transfer } = transfer as { wrappedJSObject?: DataTransfer };
  ofPage.setData(type, data);
}

/** Tells of words that the browser is about to put in. Returns whether an editor has taken them. */
export function sendInput(element: HTMLElement, inputType: string, range: Range, dataTransfer: DataTransfer): boolean {
  const init = {
    inputType,
    data: dataTransfer.getData('text/plain'),
    dataTransfer,
    targetRanges: [new StaticRange(range)],
  };
  return !element.dispatchEvent(
    new InputEvent('beforeinput', { ...init, bubbles: true, cancelable: true, composed: true }),
  );
}

/** As Backspace over what is selected, as the browser tells of it: right where an editor listens to `beforeinput`. */
export const deleteText: Method = ({ element, range }) =>
  range && sendInput(element, 'deleteContentBackward', range, new DataTransfer());

/** The key itself, with what a browser does of it where no editor has taken it: some keep their own record from key to key. */
export const pressBackspace: Method = (spot, text) => {
  const { element } = spot;
  const init = { key: 'Backspace', code: 'Backspace', keyCode: 8, which: 8, bubbles: true, composed: true };
  const isTaken = !element.dispatchEvent(new KeyboardEvent('keydown', { ...init, cancelable: true }));
  if (!isTaken) deleteNatively(spot, text);
  element.dispatchEvent(new KeyboardEvent('keyup', init));
};

/** Right where the browser itself edits: putting in no words would leave a paragraph that has no line. */
export const deleteNatively: Method = ({ element }) => {
  element.ownerDocument.execCommand('delete');
};

/** The browser's own undo. */
export const undoNatively = ({ element }: Spot): void => {
  element.ownerDocument.execCommand('undo');
};

/** The undo keys, for editors that keep their own history. Returns whether one has taken them. */
export const pressUndo = ({ element }: Spot): boolean => {
  const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
  const keys = { key: 'z', code: 'KeyZ', keyCode: 90, which: 90, ctrlKey: !isMac, metaKey: isMac };
  const init = { ...keys, bubbles: true, cancelable: true, composed: true };
  const isTaken = !element.dispatchEvent(new KeyboardEvent('keydown', init));
  element.dispatchEvent(new KeyboardEvent('keyup', init));
  return isTaken;
};

/** For editors that nobody knows. */
export const undoSomehow = (spot: Spot): void => {
  if (!pressUndo(spot)) undoNatively(spot);
};

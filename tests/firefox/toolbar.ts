import type { Browser } from 'puppeteer-core';
import type { FirefoxPage } from './driver.ts';

/** The popup of the toolbar's button. No driver counts it among the pages: it is reached through the browser's own window. */
export interface ToolbarPopup {
  readText(): Promise<string>;
  /** Clicks the first control of this name. False while there is none. */
  press(name: string): Promise<boolean>;
  close(): Promise<void>;
}

const POPUP = '.webextension-popup-browser';

/** The next press would only close a popup that is still on its way out. */
const CLOSE = `new Promise((resolve) => {
  document.querySelector('${POPUP}')?.closest('panel').hidePopup();
  const look = () => (document.querySelector('${POPUP}') ? setTimeout(look, 20) : resolve(null));
  look();
})`;

/** Presses the toolbar's button over `page`. What the popup then shows is for the test to wait for. */
export async function openToolbarPopup(page: FirefoxPage, id: string): Promise<ToolbarPopup> {
  const run = await connectWindow(page.tab.browser());
  await page.tab.bringToFront();
  await run(pressButton(id));
  return {
    readText: () => run(inPopup('content.document?.body?.innerText ?? ""')),
    press: (name) => run(inPopup(`(${pressInPopup})(content.document, ${JSON.stringify(name)})`)),
    close: () => run(CLOSE),
  };
}

/** As a press by a person, it grants `activeTab`; and it opens the popup only after a moment. */
function pressButton(id: string): string {
  return `new Promise((resolve) => {
    const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
    const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(id)});
    ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
    const look = () => (document.querySelector('${POPUP}') ? resolve(null) : setTimeout(look, 20));
    look();
  })`;
}

/** Runs in the popup: must hold all that it needs. */
function pressInPopup(document: Document, name: string): boolean {
  const controls = [...document.querySelectorAll<HTMLElement>('button, a, [role="switch"], summary')];
  const found = controls.find(
    (one) => (one.ariaLabel || one.querySelector('.unseen')?.textContent || one.innerText).trim() === name,
  );
  found?.click();
  return found !== undefined;
}

/** A script for the browser's window that evaluates `expression` where the popup's document is. */
function inPopup(expression: string): string {
  const script = `sendAsyncMessage('cando:read', ${expression})`;
  return `new Promise((resolve, reject) => {
    const popup = document.querySelector('${POPUP}');
    if (!popup) return reject(new Error('The popup is not open.'));
    const messages = popup.messageManager;
    const read = ({ data }) => {
      messages.removeMessageListener('cando:read', read);
      resolve(data);
    };
    messages.addMessageListener('cando:read', read);
    setTimeout(() => reject(new Error('The popup does not answer.')), 2_000);
    messages.loadFrameScript('data:,' + encodeURIComponent(${JSON.stringify(script)}), false);
  })`;
}

/** Evaluates scripts in the browser's window, which puppeteer's own commands leave out. */
export async function connectWindow(browser: Browser) {
  const { connection } = browser as unknown as { connection: { send(method: string, ask: object): Promise<Answer> } };
  const { result: tree } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const target = { context: tree.contexts?.[0]?.context };
  return async <Result>(expression: string): Promise<Result> => {
    const { result } = await connection.send('script.evaluate', { expression, target, awaitPromise: true });
    if (result.exceptionDetails) throw new Error(result.exceptionDetails.text);
    return result.result?.value as Result;
  };
}

interface Answer {
  result: {
    contexts?: { context: string }[];
    result?: { value?: unknown };
    exceptionDetails?: { text: string };
  };
}

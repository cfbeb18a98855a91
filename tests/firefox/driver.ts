import type { KeyInput, Page } from 'puppeteer-core';
import type { DrivenPage } from '../../demo/driven-page.ts';

/** A page of Firefox as a reply box wants it. */
export interface FirefoxPage extends DrivenPage {
  /** The page as puppeteer has it, for all else. */
  readonly tab: Page;
}

export function drive(tab: Page): FirefoxPage {
  return {
    tab,
    keyboard: {
      press: (keys) => press(tab, keys),
      type: (text, options) => tab.keyboard.type(text, options),
    },
    mouse: { click: (x, y) => tab.mouse.click(x, y) },
    evaluate: (read: (argument: unknown) => unknown, argument?: unknown) => tab.evaluate(read, argument) as never,
    locator: (selector) => ({
      waitFor: async () => {
        await tab.waitForSelector(selector, { visible: true });
      },
      click: ({ position }) => tab.click(selector, { offset: position }),
      evaluate: (read) => tab.$eval(selector, read) as never,
    }),
  };
}

async function press(tab: Page, keys: string): Promise<void> {
  const modifiers = keys.split('+').map(getKey);
  const key = modifiers.pop() as KeyInput;
  for (const modifier of modifiers) await tab.keyboard.down(modifier);
  await tab.keyboard.press(key);
  for (const modifier of modifiers.reverse()) await tab.keyboard.up(modifier);
}

function getKey(name: string): KeyInput {
  if (name !== 'ControlOrMeta') return name as KeyInput;
  return process.platform === 'darwin' ? 'Meta' : 'Control';
}

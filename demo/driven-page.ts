/** What a reply box needs of a page, whichever tool drives the browser. A page of Playwright's has it as it is. */
export interface DrivenPage {
  keyboard: {
    /** Keys by their names, with modifiers such as `Control+Shift+F9`. */
    press(keys: string): Promise<void>;
    /** `delay`: milliseconds between two keys. */
    type(text: string, options?: { delay?: number }): Promise<void>;
  };
  mouse: {
    /** Presses at this place of the page, in CSS pixels. */
    click(x: number, y: number): Promise<void>;
  };
  evaluate<Result>(read: () => Result | Promise<Result>): Promise<Result>;
  evaluate<Result, Argument>(
    read: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
  locator(selector: string): DrivenLocator;
}

/** The first element that a selector finds, looked for anew at each call. */
export interface DrivenLocator {
  waitFor(): Promise<void>;
  /** Presses the mouse at this place within the element, in CSS pixels. */
  click(options: { position: { x: number; y: number } }): Promise<void>;
  evaluate<Result>(read: (element: Element) => Result): Promise<Result>;
}

/** Looks again and again until it is so. Returns false when it is not within `patience` milliseconds. */
export async function waitFor(isSo: () => Promise<boolean>, patience: number): Promise<boolean> {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    if (await isSo()) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

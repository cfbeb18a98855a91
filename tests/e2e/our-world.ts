import type { Page } from 'playwright-core';

/** The world of a page in which CanDo's scripts run, which the page itself cannot see. */
export interface OurWorld {
  /** Runs there; what it returns must be plain data. */
  evaluate<Value>(act: () => Value): Promise<Value>;
}

/** Finds it in the page's own frame. */
export async function findOurWorld(page: Page): Promise<OurWorld> {
  const session = await page.context().newCDPSession(page);
  const found = new Promise<string>((resolve) => {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin.startsWith('chrome-extension://')) resolve(context.uniqueId);
    });
  });
  await session.send('Runtime.enable');
  const uniqueContextId = await found;
  return {
    async evaluate<Value>(act: () => Value) {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression: `(${act})()`,
        uniqueContextId,
        returnByValue: true,
        awaitPromise: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value as Value;
    },
  };
}

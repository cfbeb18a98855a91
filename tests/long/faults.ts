import type { BrowserContext, CDPSession } from 'playwright-core';

interface Target {
  targetId: string;
  type: string;
  url: string;
}

/** Of Chromium's debugging protocol: what says that something went wrong. */
interface Told {
  method?: string;
  params: {
    type?: string;
    args?: { value?: unknown; description?: string }[];
    exceptionDetails?: { text: string; exception?: { description?: string; value?: unknown } };
  };
}

/** The older way to speak to what is attached, for it goes through one session. Not in Playwright's list of commands. */
interface Session {
  send(method: string, params: object): Promise<{ sessionId: string }>;
  on(event: string, listener: (about: never) => void): void;
}

export interface Faults {
  /** Errors, promises that nobody caught and errors on the console: in pages, content scripts, the worker and the grammar host. */
  readonly list: readonly string[];
  /** Runs this in the worker that lives now. */
  evaluateInWorker(expression: string): Promise<void>;
}

/** Listens from now on to everything that runs in this browser, and to workers that start later. */
export async function watchFaults(context: BrowserContext): Promise<Faults> {
  const list: string[] = [];
  const places = new Map<string, string>();
  let worker = '';
  const session = (await context.browser()?.newBrowserCDPSession()) as (CDPSession & Session) | undefined;
  if (!session) throw new Error('This browser cannot be listened to.');
  const attached = new Set<string>();
  const ready: Promise<unknown>[] = [];

  async function attach({ targetId, type, url }: Target): Promise<void> {
    if (attached.has(targetId) || type === 'browser_ui' || !session) return;
    attached.add(targetId);
    const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
    places.set(sessionId, `${type} ${url}`);
    if (type === 'service_worker') worker = sessionId;
    await tell(sessionId, 'Runtime.enable', {});
  }

  async function tell(sessionId: string, method: string, params: object): Promise<void> {
    const message = JSON.stringify({ id: 1, method, params });
    await session?.send('Target.sendMessageToTarget', { sessionId, message });
  }

  session.on('Target.targetCreated', ({ targetInfo }: { targetInfo: Target }) => {
    // It may be gone before it is reached.
    ready.push(attach(targetInfo).catch(() => undefined));
  });
  session.on('Target.receivedMessageFromTarget', ({ sessionId, message }: { sessionId: string; message: string }) => {
    const said = read(JSON.parse(message) as Told);
    if (said) list.push(`${places.get(sessionId)}: ${said}`);
  });
  await session.send('Target.setDiscoverTargets', { discover: true });
  await Promise.all(ready);
  return { list, evaluateInWorker: (expression) => tell(worker, 'Runtime.evaluate', { expression }) };
}

function read({ method, params }: Told): string | undefined {
  if (method === 'Runtime.exceptionThrown') {
    const { text, exception } = params.exceptionDetails ?? {};
    return `${text} ${exception?.description ?? exception?.value ?? ''}`;
  }
  if (method !== 'Runtime.consoleAPICalled' || !/^(?:error|assert)$/.test(params.type ?? '')) return undefined;
  return params.args?.map(({ value, description }) => description ?? value).join(' ');
}

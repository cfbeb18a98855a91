import { readFile } from 'node:fs/promises';

/** A request that left for the network, as the browser's own log tells it. */
export interface LoggedRequest {
  url: string;
  /** The origin that asked: a page's, also for a content script; the extension's; the browser itself has none. */
  initiator: string | undefined;
}

interface NetLog {
  events: { params?: { url?: unknown; initiator?: unknown } }[];
}

/** Every request to a network address in the log of a browser that has been closed. */
export async function readNetLog(file: string): Promise<LoggedRequest[]> {
  const { events } = JSON.parse(await readFile(file, 'utf8')) as NetLog;
  return events.flatMap(({ params: { url, initiator } = {} }) => {
    if (typeof url !== 'string' || !/^(?:https?|wss?):/.test(url)) return [];
    const isOrigin = typeof initiator === 'string' && initiator.includes('://');
    return [{ url, initiator: isOrigin ? initiator : undefined }];
  });
}

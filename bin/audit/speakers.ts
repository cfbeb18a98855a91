import { fold } from '../../lib/workshop/columns.ts';

/** Who wrote a reply, and for whom, where a table says so beside it. */

const CUSTOMER = /^(?:end[\s_-]?user|customer|requester|contact|client|visitor|lead)$/i;
const YES = /^(?:true|yes|1)$/i;
const NO = /^(?:false|no|0)$/i;

/** Columns that tell it, and what they say of what is no agent's reply to a customer. In some desks `user` is an agent. */
const SPEAKERS: Readonly<Record<string, RegExp>> = {
  role: CUSTOMER,
  speaker: CUSTOMER,
  sender: CUSTOMER,
  author: CUSTOMER,
  from: CUSTOMER,
  author_role: CUSTOMER,
  author_type: /^(?:end[\s_-]?user|customer|requester|contact|client|visitor|lead|user)$/i,
  sender_role: CUSTOMER,
  sender_type: CUSTOMER,
  direction: /^(?:incoming|inbound)$/i,
  incoming: YES,
  public: NO,
  is_public: NO,
  private: YES,
  is_private: YES,
  internal: YES,
  is_internal: YES,
};

/** Those of the columns, by their index, that tell who wrote what stands in column `text`. Columns may be paths. */
export function findSpeakers(columns: readonly string[], text: number): number[] {
  const beside = getFolder(columns[text] ?? '');
  return columns.flatMap((column, at) =>
    column.startsWith(beside) && Object.hasOwn(SPEAKERS, nameWithin(column, beside)) ? [at] : [],
  );
}

/** Whether this column says that it is somebody else's, or not for the customer. */
export function isOther(column: string, text: string, value: string): boolean {
  return SPEAKERS[nameWithin(column, getFolder(text))]?.test(value.trim()) ?? false;
}

/** The path up to the last dot, with it; empty where there is none. */
function getFolder(path: string): string {
  return path.slice(0, path.lastIndexOf('.') + 1);
}

function nameWithin(column: string, folder: string): string {
  return fold(column.slice(folder.length)).replaceAll('.', '_');
}

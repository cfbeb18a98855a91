import { isDay } from '../stats/days.ts';

/** Of desks, packs, rules and versions, joined or not. Nothing in it can end a text of SQL. */
const ID = /^[\w./@+-]{1,200}$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function isId(raw: unknown): raw is string {
  return typeof raw === 'string' && ID.test(raw);
}

export function isUuid(raw: unknown): raw is string {
  return typeof raw === 'string' && UUID.test(raw);
}

/** An id, as a text of SQL. @throws {TypeError} for what is none */
export function quoteId(id: string): string {
  if (!isId(id) && id !== '') throw new TypeError('not an id');
  return `'${id}'`;
}

/** @throws {TypeError} for what is no day of the calendar */
export function quoteDay(day: string): string {
  if (!isDay(day)) throw new TypeError('not a day');
  return `'${day}'`;
}

/** @throws {TypeError} for what is no UUID */
export function quoteAgent(agent: string): string {
  if (!isUuid(agent)) throw new TypeError('not an agent');
  return `toUUID('${agent}')`;
}

import { browser } from 'wxt/browser';
import type { TeamPack } from './engine/pack.ts';
import type { Context, Finding, Passage, Rewrite, Severity, Span, Variety } from './engine/types.ts';
import type { Delta } from './stats/counts.ts';
import type { Filter, Question } from './stats/source.ts';

/** Every message between the parts of the extension: what is asked and what is answered. */
export interface Messages {
  /** Sees to it that the grammar host runs. */
  'grammar.start': { ask: Record<string, never>; answer: boolean };
  /** Findings of pattern rules, one list a sentence, spans within the sentence. */
  'grammar.flags': { ask: { passages: Passage[]; context?: Context; variety?: Variety }; answer: Finding[][] };
  /** Rewrites of a finding, spans within the text. */
  'grammar.rewrites': {
    ask: { text: string; ruleId: string; span: Span; instead?: string[]; context?: Context; variety?: Variety };
    answer: Rewrite[];
  };
  /** To the grammar host: the team's packs as they speak now, the lowest first. */
  'host.use': { ask: { packs: TeamPack[] }; answer: boolean };
  /** To the grammar host: compiles pack files, each above those before it. `known` are the packs below them, besides the built-in ones. */
  'host.compile': {
    ask: { texts: { name: string; text: string }[]; known?: TeamPack[] };
    answer: CompiledText[];
  };
  /** Runs a script of the extension in the frame that asks. */
  'script.run': { ask: { script: ScriptName }; answer: boolean };
  /** Shows on the toolbar button how many flags the asking tab's draft has. */
  'badge.show': { ask: { count: number; severity: Severity }; answer: boolean };
  /** Somebody begins to write a draft. */
  'draft.begun': { ask: Record<string, never>; answer: boolean };
  /** A mark of this rule and severity was ignored. Answers whether the rule has stepped down for it. */
  'rule.ignored': { ask: { ruleId: string; severity: Severity }; answer: boolean };
  /** A page has counted something. Answers when it is written; a batch that comes again counts once. */
  'stats.count': { ask: { source: string; sequence: number; deltas: Delta[] }; answer: boolean };
  /** Counts were taken over from a file, or erased: reckons anew what the agent does without. */
  'mastery.look': { ask: Record<string, never>; answer: boolean };
  /** What would go to the team's server, to the letter, as lines of JSON; the first rows, or all. */
  'server.rows': {
    ask: { isWhole: boolean };
    answer: { days: number; count: number; person: string; rows: string[] };
  };
  /** Sends now what waits, or everything anew. Answers when it was tried; what came of it is in storage. */
  'server.send': { ask: { isAnew: boolean }; answer: boolean };
  /** Asks the team's server for sums, as a `StatsSource` answers them. */
  'server.ask': { ask: ServerQuestion; answer: unknown };
  /** Looks now for a new version of a pack that is followed. Answers when it was looked for. */
  'subscription.check': { ask: { url: string; by: 'user' | 'policy' }; answer: boolean };
  /** To a tab: the permission for its site was taken back. */
  'site.lost': { ask: { origins: string[] }; answer: boolean };
}

/** A question of `StatsSource`. */
export type ServerQuestion =
  | { kind: 'describe' }
  | { kind: 'totals' | 'rules'; question: Question }
  | { kind: 'replaced'; question: Filter };

/** What came of the text of a pack, and its faults as `lib/packs` finds them. */
export interface CompiledText {
  pack: TeamPack | undefined;
  faults: { file: string; line: number; column: number; path: PropertyKey[]; message: string }[];
}

/** What a frame gets when it needs it: scripts of the package, in the order in which they run. */
export const scripts = { coach: ['/packs.js', '/coach.js'], card: ['/card.js'] } as const;
export type ScriptName = keyof typeof scripts;

/** Who asks, as the browser says it. */
export interface Sender {
  id?: string;
  /** Of the page, or of the page in which a script of ours runs. */
  url?: string;
  tab?: { id?: number };
  frameId?: number;
}

export type MessageName = keyof Messages;
type Ask<Name extends MessageName> = Messages[Name]['ask'];
type Answer<Name extends MessageName> = Messages[Name]['answer'];
type Handler<Name extends MessageName> = (ask: Ask<Name>, sender: Sender) => Answer<Name> | Promise<Answer<Name>>;

interface Envelope {
  cando: MessageName;
  ask: unknown;
}

type Reply = { value: unknown } | { error: string };

/** Nobody was there to answer. */
export class NoAnswer extends Error {}

/** Sends a message and waits for the answer. Throws `NoAnswer` when no part of the extension answers it. */
export async function ask<Name extends MessageName>(name: Name, ask: Ask<Name>): Promise<Answer<Name>> {
  const sent = Promise.resolve().then(() => browser.runtime.sendMessage({ cando: name, ask } satisfies Envelope));
  const reply = (await sent.catch((error: unknown) => Promise.reject(new NoAnswer(String(error))))) as
    | Reply
    | undefined;
  if (!reply) throw new NoAnswer(name);
  if ('error' in reply) throw new Error(reply.error);
  return reply.value as Answer<Name>;
}

/** Tells a tab something; a tab without a script of ours hears nothing, and that is no error. */
export function tell<Name extends MessageName>(tabId: number, name: Name, ask: Ask<Name>): void {
  browser.tabs.sendMessage(tabId, { cando: name, ask } satisfies Envelope).catch(() => undefined);
}

/** Answers these messages; others are left to other parts. Returns a function that stops. */
export function answer(handlers: { [Name in MessageName]?: Handler<Name> }): () => void {
  const listen = (message: unknown, sender: Sender, respond: (reply: Reply) => void): true | undefined => {
    if (sender.id !== browser.runtime.id || !isEnvelope(message)) return undefined;
    // What comes with every object, such as `constructor`, is no handler.
    const handler =
      Object.hasOwn(handlers, message.cando) && (handlers[message.cando] as Handler<MessageName> | undefined);
    if (!handler) return undefined;
    Promise.resolve(message.ask as Ask<MessageName>)
      .then((question) => handler(question, sender))
      .then(
        (value) => respond({ value }),
        (error: unknown) => respond({ error: String(error) }),
      );
    return true;
  };
  browser.runtime.onMessage.addListener(listen);
  return () => browser.runtime.onMessage.removeListener(listen);
}

function isEnvelope(message: unknown): message is Envelope {
  return typeof message === 'object' && message !== null && typeof (message as Partial<Envelope>).cando === 'string';
}

import type { Sentence } from './clause.ts';
import type { Parsed } from './refusal.ts';
import { parseClause } from './rest.ts';

/**
 * A promise as it is written, with blanks for what it leaves open: who "the right team" is, and by when. Nothing is added
 * to what the agent promises.
 */

const VAGUE =
  '(?:right|correct|relevant|respective|appropriate|proper|concerned|responsible|related|necessary|wider|whole|entire|internal|higher|specialist|various|different)';
const GROUP = '(?:teams?|folks?|people|persons?|departments?|dept|parties|party|colleagues|guys|section)';
/** "Our team", "the relevant folks": nobody could be asked for by these words. "The roofing team" is a name. */
const NOBODY = `(?:(?:the|our|my|all|all of)\\s+){0,2}(?:${VAGUE}\\s+)*${GROUP}(?!\\s+(?:of|in|at|on|for|from|leads?|leaders?|managers?|members?|who|that)\\b|['’-]|,\\s(?:including|especially|with))`;
const RECIPIENT = new RegExp(
  `\\b(to|onto|into|with|before|reach|reaches|reached|let|inform|notify|tell|alert|remind|nudge|ask)\\s+(?:the |our |my )?${NOBODY}\\b`,
  'i',
);
const SOMEBODY = new RegExp(
  `^(?:someone(?: else)?|somebody|(?:one|a member|members) of (?:our|the|my) (?:team|staff|${VAGUE} team)|(?:someone|somebody|one) (?:on|in|from) (?:our|the|my)(?: ${VAGUE})? team|a team member|${NOBODY})(?=\\s+(?:will|shall|should|is|are)\\b)`,
  'i',
);

/** Verbs that a time can be set to; what is kept in mind is never done. */
const DATED =
  /\b(?:pass|forward|share|relay|convey|communicate|escalat|refer|submit|report|feed|flag|highlight|send|rais|log|hand|bring|put|let|tell|inform|notify|alert|nudge|brief|advise|aware|get|give|call|ring|email|write|reply|respond|revert|contact|reach|follow|touch|come|go|circle|update|sort|fix|resolv|rectif|address|deal|correct|straighten|process|review|check|investigat|look|chas|discuss|ask|add|arrang|assign|assist|action|done|hop(?:e|ing)|aim|restor|able to)\w*/i;
const UNDATED =
  /\b(?:in mind|into (?:account|consideration)|on board|take note|note of|improv\w+|learn\w*|always|continu\w+|deaf ears|you (?:will|['’]ll) be (?:assisted|helped|served)|immediately|right away|straight away|straightaway|today|tomorrow|now|meanwhile|if|when|once|until|till|unless|after|before|in case|as (?:soon|and when)|in (?:the )?(?:near )?future)\b/i;
/** "We'll keep you posted": that goes on; its next time can be named. */
const GOING_ON = /\bkeep (?:you|everyone|everybody|in touch)\b/i;
const VAGUE_TIME =
  /,?\s+(?:very |really |pretty )?(?:soon|shortly|promptly|asap|momentarily|in due course|as (?:soon|quickly|fast) as (?:possible|(?:we|i) (?:possibly )?can))\b/gi;
/** What it is for stands behind the time. */
const PURPOSE =
  /\s+(?:so(?: that)?|in order to)\s+(?:they|we|i|you|it|he|she)\b.*$|\s+to (?:better|improve|help|ensure|avoid|prevent|make sure|see if|see whether)\s.*$|\s+in the meantime$/i;

/** What is handed on needs somebody: "I'll pass on your feedback" to whom? */
const HANDED: [verb: RegExp, to: string][] = [
  [
    /\b(?:pass|forward|relay|escalat|refer|convey)(?:e|s|es|ed|ing)?\b(?!.*\b(?:to|onto|with|before|by|internally)\s)/i,
    'to',
  ],
  [/\bshar(?:e|ed|ing)\b(?!.*\b(?:to|with|among|between|internally)\s)/i, 'with'],
];
const ABOUT = / (?:about|regarding|concerning|for) /i;

/** "Hopefully we'll have a fix": what is hoped for, told by those who hope. */
const HOPE = /^(?:hopefully|fingers crossed(?: that)?|with any luck),? (.+)$/i;
const WE_HOPE = /^(we|i)(?:['’]ll| will| can| should| shall) (?:be able to )?(.+)$/i;

/** The clause of the marked words with its owner and its time asked for, and the same where it is done already. */
export function parseOwned(sentence: Sentence): Parsed | undefined {
  const parsed = parseClause(sentence);
  const clause = parsed?.slots.clause;
  if (!parsed || clause === undefined) return undefined;
  const behind = PURPOSE.exec(clause)?.[0] ?? '';
  const promise = addRecipient(name(clause.slice(0, clause.length - behind.length).replace(VAGUE_TIME, '')));
  const dated = DATED.test(promise) && !UNDATED.test(promise + behind) && !HANGING.test(promise);
  const goes = !HOPE.test(promise) && (GOING_ON.test(promise) || dated);
  return {
    ...parsed,
    slots: {
      ...(goes && { owned: setTime(promise) + behind }),
      ...(/\[which team\]$/.test(promise) && behind === '' && { handed: promise }),
      ...readHope(promise),
    },
  };
}

const HANGING = /\b(?:into|to|with|for|of|on the|the)$/i;

const TOLD = /^.*\b(?:let|make)\s.{1,40}?\s(?:know|aware)(?= (?!about ))/i;

function setTime(promise: string): string {
  if (GOING_ON.test(promise)) return `${promise}, with the next update by [by when]`;
  // What they are told may be long.
  const told = TOLD.exec(promise)?.[0].length;
  return told === undefined
    ? `${promise} by [by when]`
    : `${promise.slice(0, told)} by [by when]${promise.slice(told)}`;
}

function name(clause: string): string {
  return clause.replace(SOMEBODY, '[who]').replace(RECIPIENT, '$1 [which team]');
}

/** "I'll pass on your feedback": to whom? */
function addRecipient(promise: string): string {
  // "You can share it here" hands nothing on.
  const to = /\byou (?:can|may|could)\b/i.test(promise) ? undefined : HANDED.find(([verb]) => verb.test(promise))?.[1];
  if (!to) return promise;
  const topic = ABOUT.exec(promise)?.index ?? promise.length;
  return `${promise.slice(0, topic)} ${to} [which team]${promise.slice(topic)}`;
}

function readHope(promise: string): { hoped?: string } {
  const hope = HOPE.exec(promise)?.[1];
  if (hope === undefined || UNDATED.test(hope)) return {};
  const [, who, act] = WE_HOPE.exec(hope) ?? [];
  return { hoped: who ? `${who} hope to ${act} by [by when]` : `we hope ${hope} [when, as far as you know]` };
}

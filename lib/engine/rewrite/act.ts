import { isVerbPhrase, joinsVerbs, startsWithAdverb } from '../grammar/tags.ts';
import { findVerbForms, toGerundPhrase } from '../grammar/verbs.ts';
import type { Group } from './group.ts';
import { lowerFirst } from './letters.ts';
import { repairPolarity } from './polarity.ts';
import { PEOPLE } from './rest.ts';
import type { Slots } from './slots.ts';

/** What is refused, in the forms that templates ask for. */
export function readAct(group: Group, subject: string, whole: string): Slots {
  // "The rules don't let us waive it": what is refused is the waiving.
  const tail = group.can === undefined && !group.verb ? whole.replace(LETTING, '') : whole;
  const can: Slots = group.can === undefined ? {} : { can: group.can };
  // Joined acts stay as they are: only the modal turns.
  if (joinsVerbs(tail)) return { ...can, ...fillDefined({ do: repairPolarity(tail) }) };
  if (group.verb) return fillDefined({ undone: undo(group.verb, subject, tail) });
  if (group.state) return { ...can, ...readState(group.state, subject, tail) };
  const [first = '', participle = ''] = tail.split(/\s+/);
  if (first.toLowerCase() === 'be') {
    const doing = /ing$/i.test(participle) ? dropPolarity(tail.slice(3)) : undefined;
    if (doing) return { ...can, ...fillDefined({ do: repairPolarity(tail), doing }) };
    const state = participle.toLowerCase();
    if (/^(?:at|in|on|there|here|with)$/.test(state))
      return { ...can, ...fillDefined({ do: repairPolarity(tail), doing: `being ${dropPolarity(tail.slice(3))}` }) };
    if (OFFERED.has(state)) return { ...can, ...readState(state, subject, tail.split(/\s+/).slice(2).join(' ')) };
    const verb = findVerbForms(state);
    const rest = tail.split(/\s+/).slice(2).join(' ');
    const undone = verb && verb.base !== 'be' && verb.base !== participle ? undo(verb.base, subject, rest) : undefined;
    return { ...can, ...fillDefined({ do: repairPolarity(tail), undone }) };
  }
  if (group.can === undefined && first.toLowerCase() === 'have') return readMissing(tail.slice(5));
  const scope = group.can === undefined && SCOPE.exec(tail);
  if (scope) return fillDefined({ thing: readThing(scope[2] as string), does: `${scope[1]?.toLowerCase()}s` });
  if (/^(?:find|locate)$/i.test(first)) {
    return { ...can, ...fillDefined({ do: repairPolarity(tail), thing: readThing(tail.slice(first.length + 1)) }) };
  }
  if (group.can === undefined && /^\w{3,}ing\b/i.test(tail)) return fillDefined({ doing: dropPolarity(tail) });
  if (!isVerbPhrase(tail)) return can;
  const doing = startsWithAdverb(tail) || EMPTY.test(tail) ? undefined : toGerundPhrase(dropPolarity(tail));
  return { ...can, ...fillDefined({ do: repairPolarity(tail), doing }) };
}

/** What a plan or a warranty reaches: "does not cover water damage". */
const SCOPE = /^(cover|include|support)\s+(.+)$/is;

const LETTING = /^(?:let|allow|permit|enable)\s+(?:us|me|you)\s+(?:to\s+)?(?=\w)/i;

/** "Instead of doing anything" says nothing. */
export const EMPTY =
  /^(?:do\s+(?:anything|much|nothing|more$)|(?:see|say(?! yes| no)|rule|know|tell|think|imagine|remember|understand|hear|stress|help but|wait to|recall)\b)/i;

const WAY_TO =
  /^(?:the|a|an|any)\s+(?:ability|way|option|possibility|means|right|permission|authority|facility)\s+to\s+(.+)$/i;
const ABSTRACT =
  /^(?:(?:the|a|an|any|that|this|such)\s+)?(?:specific |exact |precise |fixed )?(?:time frame|control|sight|records?|access|reason|say|permission|ability|authority|visibility|influence|idea|way|date|eta|timeline|timeframe|timescale|role|part|news|updates?|answer|plans?)\b/i;

/** Theirs to send, and nothing that an offer could stand in for. */
export const THEIRS =
  /^your\s(?:[\w-]+\s){0,2}(?:numbers?|references?|address|email|names?|details|receipts?|code|postcode|passwords?|ids?|invoices?|photos?|proof|birth|signature|form|confirmation)$/i;

/** What one does not have: a thing, or a way to do something. */
function readMissing(tail: string): Slots {
  const act = WAY_TO.exec(tail)?.[1];
  if (act) return fillDefined({ doing: toGerundPhrase(dropPolarity(act)) });
  if (THEIRS.test(tail)) return { needed: tail };
  return fillDefined({ thing: ABSTRACT.test(tail) ? undefined : readThing(tail) });
}

/** "any spare keys" → "spare keys": what one does not have. */
function readThing(tail: string): string | undefined {
  const thing = repairPolarity(tail.replace(/^any\s+/i, ''));
  return thing !== undefined && /^["“]?[^\W\d]/.test(thing) && !IS_PRONOUN.test(thing) ? thing : undefined;
}

const IS_PRONOUN =
  /^(?:(?:it|they|which|who|i|we|you|he|she|there|them|us|one|something|anything|nothing)(?:\s|$)|(?:this|that|these|those)$)/i;

/** Of these the subject is what nobody gets. */
export const OFFERED = new Set(['available', 'possible', 'allowed', 'permitted', 'feasible', 'an option']);

function readState(state: string, subject: string, tail: string): Slots {
  const rest = repairPolarity(tail);
  const goal = /^(?:for|to)\s+((?:a|an|the|any|this|that|your|our)\s.+)$/i.exec(tail)?.[1];
  const wanted =
    (state === 'eligible' || state === 'entitled') && IS_PRONOUN.test(subject)
      ? goal?.replace(/^any\s+/i, '')
      : undefined;
  const whole =
    OFFERED.has(state) &&
    !THEIRS.test(subject) &&
    !PEOPLE.test(subject) &&
    !IS_PRONOUN.test(subject) &&
    !/^there$/i.test(subject);
  const thing = whole ? `${lowerFirst(subject)}${rest ? ` ${rest}` : ''}` : wanted;
  return fillDefined({ do: rest === undefined ? undefined : `${state} ${rest}`.trim(), thing });
}

/** "Orders cannot be changed after dispatch" → "changing orders after dispatch". */
export function undo(verb: string, subject: string, rest: string): string | undefined {
  if (
    /^(?:or|and|by|to)\b/i.test(rest) ||
    /^(?:it|they|this|that|these|those|which|who|i|we|you|he|she|there)$/i.test(subject)
  ) {
    return undefined;
  }
  const kept = repairPolarity(rest);
  const gerund = toGerundPhrase(verb);
  return kept === undefined || !gerund ? undefined : `${gerund} ${lowerFirst(subject)}${kept && ` ${kept}`}`;
}

/** After "instead of" a "yet" or "at this time" has no sense; an "any" may stay. */
function dropPolarity(phrase: string): string {
  return repairPolarity(phrase) ?? phrase;
}

function fillDefined(slots: { [Name in keyof Slots]: string | undefined }): Slots {
  return Object.fromEntries(Object.entries(slots).filter(([, value]) => value)) as Slots;
}

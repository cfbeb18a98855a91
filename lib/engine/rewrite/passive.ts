import { findVerbForms, type VerbForms } from '../grammar/verbs.ts';
import { has, wordSet } from '../text/forms.ts';
import type { Word } from '../text/words.ts';
import { type Clause, findClause, findEnd, getText, type Sentence } from './clause.ts';
import { lowerFirst } from './letters.ts';
import { isSubject, type Parsed } from './refusal.ts';

/**
 * A failure told with nobody in it ("Your refund was not processed"), told by those who own it: "We didn't process
 * your refund". The shape of T05.
 */

const PAST = wordSet('was were got');
const PERFECT = wordSet('has have had');
const DUTY = wordSet('should');
const DETERMINERS = wordSet('a an the our my your his her its their this that another someone somebody');
const MODALS = wordSet('should would could can may might must will shall');
const NEGATIONS = wordSet('not never');
const MIDDLE = wordSet(
  'not never yet still incorrectly wrongly mistakenly accidentally erroneously inadvertently also just',
);
const OBJECTS: Record<string, string> = { i: 'me', we: 'us', he: 'him', she: 'her', they: 'them' };

/** Nobody need have done it: "your parcel got lost" is no confession. */
const HAPPENS = wordSet('lose break damage steal delay destroy tear crush stick');

interface Group {
  from: number;
  to: number;
  perfect: boolean;
  /** "should have been": "We should have …". */
  duty: boolean;
  negation: string | undefined;
  adverbs: string[];
  verb: VerbForms;
}

function readGroup({ words }: Sentence, at: number): Group | undefined {
  const duty = has(words[at], DUTY);
  const perfect = duty || has(words[at], PERFECT);
  if (!perfect && !has(words[at], PAST)) return undefined;
  const middle: string[] = [];
  let next = at + 1;
  let been = !perfect;
  for (; next < words.length; next++) {
    const form = words[next]?.forms[0] ?? '';
    if (perfect && form === 'been') been = true;
    else if (duty && form === 'have' && !been) continue;
    else if (MIDDLE.has(form)) middle.push(form);
    else break;
  }
  const participle = words[next]?.forms[0];
  const verb = been && participle !== undefined ? findVerbForms(participle) : undefined;
  if (!verb || verb.base === participle || verb.base === 'be' || HAPPENS.has(verb.base)) return undefined;
  return {
    from: at,
    to: next + 1,
    perfect,
    duty,
    negation: middle.find((word) => NEGATIONS.has(word)),
    adverbs: middle.filter((word) => !NEGATIONS.has(word)),
    verb,
  };
}

function tell({ perfect, duty, negation, adverbs, verb }: Group): string {
  const yet = adverbs.includes('yet') ? ' yet' : '';
  const manner = adverbs
    .filter((word) => word !== 'yet')
    .map((word) => `${word} `)
    .join('');
  if (duty) return `We should ${negation ? `${negation} ` : ''}have ${manner}${verb.participle}`;
  if (negation === 'never')
    return perfect ? `We have never ${manner}${verb.participle}` : `We never ${manner}${verb.past}`;
  if (negation) return perfect ? `We haven't${yet} ${manner}${verb.participle}` : `We didn't ${manner}${verb.base}`;
  return perfect ? `We have ${manner}${verb.participle}` : `We ${manner}${verb.past}`;
}

function toObject(words: readonly Word[], from: number, to: number, text: string): string {
  const single = to - from === 1 ? OBJECTS[words[from]?.forms[0] ?? ''] : undefined;
  return single ?? lowerFirst(text);
}

/** Where to look for the verb: a rule may mark "have been charged" of "should not have been charged". */
function findVerb({ words, hit }: Sentence): number {
  const before = has(words[hit.from - 1], NEGATIONS) ? hit.from - 2 : hit.from - 1;
  return has(words[before], DUTY) ? before : hit.from;
}

/** How far before the marked words the article of their subject may stand: "your new travel visa was refused". */
const ARTICLE_REACH = 3;

/** A rule that marks the subject too knows where it starts: "It looks like <your order was never sent>". */
function startAtSubject({ words, hit }: Sentence, group: Group, clause: Clause | undefined): Clause | undefined {
  if (!clause || hit.from <= clause.from || hit.from >= group.from) return clause;
  const reach = words.slice(Math.max(clause.from, hit.from - ARTICLE_REACH), hit.from);
  const back = reach.findLastIndex((word) => has(word, DETERMINERS));
  const from = back < 0 || has(words[hit.from], DETERMINERS) ? hit.from : hit.from - reach.length + back;
  if (from === clause.from) return clause;
  const span = { start: (words[from] as Word).start, end: clause.span.end };
  return { ...clause, from, span, prefix: '', opens: false };
}

/** Others decide of them: "your visa was refused" says nothing of us. */
const DECIDED_ELSEWHERE = /\b(?:visas?|permits?|passports?|cards?|payments?|transactions?|mortgages?)$/i;
const DECIDED = wordSet('refuse deny decline reject dismiss');

/** "By our agent", right after the verb or later; "by mistake" and "by email" name nobody. */
function hasAgent(words: readonly Word[]): boolean {
  return words.some((word, at) => word.forms[0] === 'by' && (at === 0 || has(words[at + 1], DETERMINERS)));
}

/** Takes the agentless failure at the hit apart, or gives undefined where it does not parse cleanly. */
export function parsePassive(sentence: Sentence): Parsed | undefined {
  const { words, hit } = sentence;
  for (let at = findVerb(sentence); at < hit.to; at++) {
    const group = readGroup(sentence, at);
    if (!group) continue;
    if (has(words[group.from - 1], MODALS) || has(words[group.from - 2], MODALS)) return undefined;
    const end = Math.max(
      group.to,
      findEnd(sentence, group.to, wordSet('but however although though so because since')),
    );
    const clause = startAtSubject(sentence, group, findClause(sentence, end));
    if (!clause || clause.from >= group.from || words[group.from - 1]?.start === words[group.from]?.start)
      return undefined;
    const subject = getText(sentence, clause.from, group.from);
    if (!isSubject(subject) || (DECIDED.has(group.verb.base) && DECIDED_ELSEWHERE.test(subject))) return undefined;
    const object = toObject(words, clause.from, group.from, subject);
    if (hasAgent(words.slice(group.to, end))) return undefined;
    const rest = sentence.text.slice(words[group.to - 1]?.end, clause.span.end);
    const active = `${tell(group)} ${object}${rest}`;
    return { clause, slots: { active: clause.opens ? active : lowerFirst(active) } };
  }
  return undefined;
}

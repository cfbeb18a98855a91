import nlp from 'compromise';
import { remember } from './remember.ts';

/** The forms of a verb, as far as rewrites need them. */
export interface VerbForms {
  base: string;
  past: string;
  participle: string;
  gerund: string;
}

interface Conjugated {
  Infinitive?: string;
  PastTense?: string;
  Gerund?: string;
  Participle?: string;
}

/** Base, past and participle where compromise 14.17 has them wrong or in another variety of English. */
const IRREGULAR: [string, string, string][] = [
  ['get', 'got', 'got'],
  ['make', 'made', 'made'],
  ['lose', 'lost', 'lost'],
  ['pay', 'paid', 'paid'],
  ['leave', 'left', 'left'],
  ['build', 'built', 'built'],
  ['buy', 'bought', 'bought'],
  ['bring', 'brought', 'brought'],
  ['label', 'labelled', 'labelled'],
  ['deal', 'dealt', 'dealt'],
  ['break', 'broke', 'broken'],
  ['mislay', 'mislaid', 'mislaid'],
  ['quit', 'quit', 'quit'],
  ['lay', 'laid', 'laid'],
  ['overpay', 'overpaid', 'overpaid'],
  ['repay', 'repaid', 'repaid'],
  ['resend', 'resent', 'resent'],
  ['redo', 'redid', 'redone'],
  ['undo', 'undid', 'undone'],
  ['withdraw', 'withdrew', 'withdrawn'],
  ['mistake', 'mistook', 'mistaken'],
  ['oversee', 'oversaw', 'overseen'],
  ['hide', 'hid', 'hidden'],
  ['do', 'did', 'done'],
  ['have', 'had', 'had'],
  ['be', 'was', 'been'],
  ['go', 'went', 'gone'],
  ['prove', 'proved', 'proved'],
];
const KNOWN = new Map<string, [string, string, string]>();
for (const forms of IRREGULAR) for (const form of forms) KNOWN.set(form, forms);

/**
 * The forms of a verb, from any one of them in lower case. Undefined where the word makes no verb.
 */
export function findVerbForms(word: string): VerbForms | undefined {
  if (!/^[a-z]+(?:-[a-z]+)?$/.test(word)) return undefined;
  const irregular = KNOWN.get(word);
  if (irregular) {
    const [base, past, participle] = irregular;
    return { base, past, participle, gerund: getGerund(base) };
  }
  const tag = word.endsWith('ing') ? 'Gerund' : /(?:ed|nt|pt|ld|wn|en)$/.test(word) ? 'PastTense' : 'Infinitive';
  return conjugate(word, tag) ?? (tag === 'PastTense' ? conjugate(word, 'Infinitive') : undefined);
}

function conjugate(word: string, tag: string): VerbForms | undefined {
  return conjugateAs(`${tag} ${word}`);
}

const conjugateAs = remember((asked): VerbForms | undefined => {
  const [tag = '', word = ''] = asked.split(' ');
  const doc = nlp(word);
  doc.tag(tag);
  const [forms] = doc.verbs().conjugate() as Conjugated[];
  if (!forms?.Infinitive || !forms.PastTense || !forms.Gerund) return undefined;
  const known = KNOWN.get(forms.Infinitive);
  return {
    base: forms.Infinitive,
    past: known?.[1] ?? forms.PastTense,
    participle: known?.[2] ?? forms.Participle ?? forms.PastTense,
    gerund: forms.Gerund,
  };
});

function getGerund(base: string): string {
  if (base === 'be') return 'being';
  if (base === 'quit' || base === 'get') return `${base}ting`;
  return base.endsWith('e') ? `${base.slice(0, -1)}ing` : `${base}ing`;
}

/** A verb phrase with its first verb as gerund: "ship your order" → "shipping your order". */
export function toGerundPhrase(phrase: string): string | undefined {
  if (/^\w{3,}ing\b/i.test(phrase) && !/^(?:bring|spring|string|swing|cling|fling|sling|wring|sting)\b/i.test(phrase))
    return undefined;
  const turned = turnFirst(phrase, findFormsOfBase, (forms) => forms.gerund);
  return turned !== undefined && /^\S+ing\b/.test(turned) ? turned : undefined;
}

/** A gerund phrase with its first verb as participle: "paying first" → "paid first". */
export function toParticiplePhrase(phrase: string): string | undefined {
  return turnFirst(phrase, findVerbForms, (forms) => forms.participle);
}

/** The forms of a verb known to be in its base form: "hold" is no past tense here. */
function findFormsOfBase(word: string): VerbForms | undefined {
  const known = KNOWN.get(word)?.[0] === word;
  return (known ? undefined : conjugate(word, 'Infinitive')) ?? findVerbForms(word);
}

function turnFirst(
  phrase: string,
  find: (word: string) => VerbForms | undefined,
  choose: (forms: VerbForms) => string,
): string | undefined {
  const [, first, rest] = /^(\S+)(.*)$/s.exec(phrase) ?? [];
  if (!first) return undefined;
  const forms = find(first.toLowerCase());
  return forms && `${choose(forms)}${rest}`;
}

import { has, is, wordSet } from '../text/forms.ts';
import type { Word } from '../text/words.ts';
import type { Predicate } from './types.ts';

/** What can hurt somebody. A refusal near these is the message itself. */
const HEALTH = wordSet(
  'medicine medicines medication pills dose doses dosage alcohol pregnant pregnancy allergy allergies allergic allergen ' +
    'allergens surgery bleach flammable toxic poisonous voltage electrocution fumes asthma diabetic choking swallow swallowed',
);
/** They are pills only where somebody takes them. */
const TABLETS = wordSet('tablet tablets capsule capsules drops');
const TAKING = wordSet('take taking taken');
/** What opens a door to somebody else, and the acts that would hand it over. */
const SECRETS = wordSet('password passwords pin passcode passphrase otp cvv');
const HANDING = wordSet('share give send tell read reveal disclose accept forward text');

const NEGATIONS = wordSet('not never');
/** "Never open the attachment": an order that protects, with nobody before it. */
const RISKY = wordSet('share give send tell read reveal click open reply mix exceed forward install ask');
const GUARDED = wordSet(
  'code codes card link links anyone anybody stranger strangers children child dose attachment attachments',
);
const OURS = wordSet('i we');

/** The no protects somebody: health, danger, a secret handed over. It is never softened. */
export const isSafety: Predicate = ({ words }) => {
  if (words.some((word) => has(word, HEALTH))) return true;
  if (words.some((word) => has(word, TABLETS)) && words.some((word) => has(word, TAKING))) return true;
  if (words.some((_, at) => isWarning(words, at))) return true;
  return words.some((word) => has(word, SECRETS)) && words.some((word) => has(word, HANDING));
};

function isWarning(words: readonly Word[], at: number): boolean {
  if (!has(words[at], NEGATIONS) || !has(words[at + 1], RISKY)) return false;
  const vowed = is(words[at], 'never') && is(words[at + 1], 'ask');
  const ours = words.slice(Math.max(0, at - 2), at).some((word) => has(word, OURS) || is(word, 'can'));
  return vowed || (!ours && words.slice(at + 2).some((word) => has(word, GUARDED)));
}

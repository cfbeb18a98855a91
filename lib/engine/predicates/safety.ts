import { has, wordSet } from '../text/forms.ts';
import type { Predicate } from './types.ts';

/** What can hurt somebody. A refusal near these is the message itself. */
const HEALTH = wordSet(
  'medicine medicines medication pills dose doses dosage alcohol pregnant pregnancy allergy allergies allergic allergen ' +
    'allergens surgery bleach flammable toxic poisonous voltage electrocution fumes asthma diabetic choking swallow swallowed',
);
/** What opens a door to somebody else, and the acts that would hand it over. */
const SECRETS = wordSet('password passwords pin passcode passphrase otp cvv');
const HANDING = wordSet('share give send tell read reveal disclose accept forward text');

/** The no protects somebody: health, danger, a secret handed over. It is never softened. */
export const isSafety: Predicate = ({ words }) => {
  if (words.some((word) => has(word, HEALTH))) return true;
  return words.some((word) => has(word, SECRETS)) && words.some((word) => has(word, HANDING));
};

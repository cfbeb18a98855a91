import { hasForm, type Predicate, wordSet } from './types.ts';

/** What can hurt somebody. A refusal near these is the message itself. */
const HEALTH = wordSet(
  'medicine medicines medication tablet tablets pill pills dose doses dosage alcohol pregnant pregnancy allergy allergies ' +
    'allergic allergen allergens infant infants baby babies toddler surgery bleach flammable toxic poisonous voltage ' +
    'electrocution gas fumes asthma diabetic choking swallow swallowed burns battery batteries fire flames prescription',
);
/** What opens a door to somebody else. */
const SECRETS = wordSet('password passwords pin passcode passwords passphrase otp cvv');

/** The no protects somebody: health, danger, secrets. It is never softened. */
export const isSafety: Predicate = ({ words }) =>
  words.some((word) => hasForm(word, HEALTH) || hasForm(word, SECRETS));

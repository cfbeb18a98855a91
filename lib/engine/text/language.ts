import { has, wordSet } from './forms.ts';
import type { Word } from './words.ts';

const ENGLISH = wordSet(
  'the a an to you your we our i my is are was were be been and of for in on at it that this have has with not can will ' +
    'would could please do does did if or but so from by as there',
);
/** Function words of German, French, Spanish, Portuguese, Italian and Dutch that are no English words. */
const FOREIGN = wordSet(
  'der das und nicht wir sie ist ein eine einen ich mit für auf zu den dem leider ihre ihr können kann auch von bei ' +
    'le la les des une nous vous est pas et que pour dans avec votre notre ne sur je ' +
    'el los las una por para con su es en de del al puede podemos usted lo no se ' +
    'não você os um uma com seu nossa il di che per non sono gli della het een niet wij jij van voor op te',
);

/** The sentence is in another language: more of its small words are, and at least two. */
export function isForeign(words: readonly Word[]): boolean {
  let lead = 0;
  let foreign = 0;
  for (const word of words) {
    if (has(word, ENGLISH)) lead++;
    else if (has(word, FOREIGN)) {
      lead--;
      foreign++;
    }
  }
  return foreign >= 2 && lead < 0;
}

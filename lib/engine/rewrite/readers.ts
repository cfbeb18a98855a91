import { parseBeside } from './beside.ts';
import { parseCited } from './cited.ts';
import type { Sentence } from './clause.ts';
import { parseConcession } from './concession.ts';
import { parseHere } from './here.ts';
import { parseMissing } from './missing.ts';
import { parseOnly } from './only.ts';
import { parseOwned } from './owned.ts';
import { parsePassive } from './passive.ts';
import { type Parsed, parseRefusal } from './refusal.ts';
import { parseRequest } from './request.ts';
import { parseAround, parseClause, parseDelete, parseInstead, parseMain, parseRest, parseSentence } from './rest.ts';
import type { Slot } from './slots.ts';
import { parseState } from './state.ts';
import { parseThanked } from './thanked.ts';
import { parseThreat } from './threat.ts';
import { parseTold } from './told.ts';
import { parseTopic } from './topic.ts';
import { parseUnknown } from './unknown.ts';
import { parseWith } from './with.ts';

export type Reader = [read: (sentence: Sentence) => Parsed | undefined, slots: Slot[]];

/** Which reading of the sentence fills which slots. */
export const READERS: Reader[] = [
  [
    parseRefusal,
    [
      'subject',
      'can',
      'do',
      'doing',
      'until-clause',
      'until-time',
      'until-event',
      'undone',
      'thing',
      'none',
      'does',
      'limit',
      'without-thing',
      'without-done',
      'who-has',
      'unless-clause',
      'reason',
      'cause',
      'needed',
      'offer-same',
      'offer-other',
    ],
  ],
  [parseUnknown, ['who', 'unknown', 'unseen']],
  [parseConcession, ['conceded']],
  [
    parseHere,
    ['here-can', 'here-doing', 'here-done', 'here-do', 'here-have', 'here-be', 'here-thing', 'here-with', 'here-place'],
  ],
  [parseState, ['state', 'state-thing']],
  [parseCited, ['uncited', 'source']],
  [parseSentence, ['sentence']],
  [parseOnly, ['subject', 'only-verb', 'only-thing', 'plain', 'only-times']],
  [parsePassive, ['active']],
  [parseThanked, ['thanked']],
  [parseWith, ['with-thing', 'with-who', 'with-do']],
  [parseTopic, ['topic', 'about']],
  [parseMissing, ['missing', 'it', 'detail', 'after-done', 'after-redone']],
  [parseRequest, ['requested']],
  [parseThreat, ['kept', 'keeping']],
  [parseRest, ['rest']],
  [parseMain, ['main']],
  [parseTold, ['told', 'since']],
  [parseClause, ['clause']],
  [parseOwned, ['owned', 'handed', 'hoped']],
  [parseBeside, ['beside']],
  [parseInstead, ['instead']],
  [parseDelete, ['delete']],
  [
    parseAround,
    [
      'after',
      'after-act',
      'after-thing',
      'after-clause',
      'after-doing',
      'after-undone',
      'after-place',
      'after-to',
      'after-not-to',
      'opened',
      'asked',
      'before',
      'before-thing',
    ],
  ],
];

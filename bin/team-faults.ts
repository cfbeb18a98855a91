import type { TeamFault, TeamFaultKind } from '../lib/stats/team-file.ts';

const WORDS: Record<TeamFaultKind, string> = {
  tooLarge: 'is larger than 20 MB',
  unreadable: 'could not be opened',
  notJson: 'is not JSON',
  notOurs: 'holds no counts of CanDo',
  newer: 'comes from a later version of CanDo',
  agent: 'does not say whose counts they are',
  exported: 'does not say when it was saved',
  shape: 'is not built as a file of CanDo is',
  empty: 'holds no day',
  day: 'holds something that is no day since 2020',
  future: 'holds a day that is yet to come',
  twice: 'holds the same day at the same desk twice',
  desk: 'names a desk as CanDo does not',
  key: 'names a pack, a rule or words as CanDo does not',
  number: 'holds a number that cannot be',
  tooMany: 'holds more than one person can write',
};

/** In one line: what is wrong, where, and what stands there. */
export function explainTeamFault({ kind, place, found }: TeamFault): string {
  return `${WORDS[kind]}${place && ` (${place})`}${found && `: ${found}`}`;
}

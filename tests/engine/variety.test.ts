import { describe, expect, it } from 'vitest';
import { createChecker } from '../../lib/engine/checker.ts';
import { findSpelling, respell } from '../../lib/engine/text/spelling.ts';
import { makePack } from './make-pack.ts';

const pack = makePack({
  'kindly.yaml': { phrases: ['<kindly>'], 'not-in': ['indian'] },
  'cannot.yaml': { phrases: ['<we can not> {#word}'], rewrites: ['We can [what you can do] instead of cancelling it'] },
});
const count = (variety?: 'british' | 'american' | 'indian') =>
  createChecker([pack], variety ? { variety } : {}).check('Kindly write to us.').length;

describe('Varieties of English', () => {
  it('leave words alone where they are plain', () => {
    expect([count(), count('british'), count('american'), count('indian')]).toEqual([1, 1, 1, 0]);
  });

  it('give a rewrite the spelling of the reply, and else that of the agent', () => {
    const rewrite = (text: string, variety?: 'american') =>
      createChecker([pack], variety ? { variety } : {}).check(text)[0]?.rewrites[0]?.text;
    expect(rewrite('We can’t do it.')).toContain('cancelling');
    expect(rewrite('We can’t do it. I apologize.')).toContain('canceling');
    expect(rewrite('We can’t do it.', 'american')).toContain('canceling');
    expect(rewrite('We can’t do it. I apologise.', 'american')).toContain('cancelling');
  });

  it('are told by the words that differ', () => {
    expect(findSpelling('The colour of the centre')).toBe('british');
    expect(findSpelling('The color was canceled')).toBe('american');
    expect(findSpelling('It is here.')).toBeUndefined();
    expect(findSpelling('It is here.', 'indian')).toBe('british');
  });

  it.each([
    ['Instead of organising it', 'american', 'Instead of organizing it'],
    ['The labeled favorite', 'british', 'The labelled favourite'],
    ['a promise, our hour, four exercises', 'american', 'a promise, our hour, four exercises'],
  ] as const)('turn a word and leave its neighbours: %s', (text, spelling, turned) => {
    expect(respell(text, spelling, '')).toBe(turned);
  });

  it('never touch what the reply itself wrote', () => {
    expect(respell('the cancelled Colour', 'american', 'Our cancelled order')).toBe('the cancelled Colour');
  });
});

import { describe, expect, it } from 'vitest';
import { readSettings } from '../../lib/storage/settings.ts';
import { getVariety, suggestVariety } from '../../lib/storage/variety.ts';

describe('The English that a browser suggests', () => {
  it.each([
    ['of Britain', ['en-GB', 'en'], 'british'],
    ['of Australia, whose spelling is British', ['en-AU'], 'british'],
    ['of the United States', ['en-US', 'en'], 'american'],
    ['of India', ['hi-IN', 'hi', 'en-IN', 'en'], 'indian'],
    ['of Pakistan, whose usage is the same', ['en', 'en-PK'], 'indian'],
    ['of Britain beside another language', ['de-DE', 'en-GB'], 'british'],
    ['none, where American English comes with any browser', ['de-DE', 'de', 'en-US', 'en'], undefined],
    ['none, where spellings are mixed', ['en-CA', 'en'], undefined],
    ['none, where no region is named', ['en'], undefined],
    ['none, where there is no English', ['fr-FR', 'fr'], undefined],
    ['none, where nothing is known', [], undefined],
  ] as const)('is that %s', (_, languages, variety) => {
    expect(suggestVariety(languages)).toBe(variety);
  });

  it('gives way to the one that is chosen', () => {
    expect(getVariety('british', ['en-US'])).toBe('british');
    expect(getVariety('browser', ['en-US'])).toBe('american');
  });

  it('is what holds when a choice cannot be read', () => {
    expect(readSettings({ version: 2, variety: 'klingon' })).toMatchObject({
      settings: { variety: 'browser' },
      broken: ['variety'],
    });
    expect(readSettings({ version: 2, variety: 'indian' })).toMatchObject({
      settings: { variety: 'indian' },
      broken: [],
    });
  });
});

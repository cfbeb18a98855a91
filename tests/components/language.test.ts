import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { joinWords, writeDate, writeMoment } from '../../components/language.ts';
import { nameKey } from '../../components/name-key.ts';
import { createWords } from '../words.ts';

const NOW = new Date(2026, 10, 22, 9, 0).getTime();
const HOUR = 3_600_000;

const speak = (language: string) =>
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation(createWords(language) as never);

describe('What is joined, dated or named', () => {
  beforeEach(() => {
    vi.restoreAllMocks();
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['de-AT', 'fr']);
  });

  it('is joined as the interface is written', () => {
    speak('en');
    expect(joinWords(['Chrome', false, '', 'Edge', 'Gmail'])).toBe('Chrome, Edge, Gmail');
    speak('de');
    expect(joinWords(['Chrome', 'Edge', 'Gmail'])).toBe('Chrome, Edge und Gmail');
    speak('es');
    expect(joinWords(['Chrome', 'Edge'])).toBe('Chrome y Edge');
  });

  it('has the date of the interface, not of the machine', () => {
    speak('de');
    expect(writeMoment(NOW + 5.5 * HOUR, NOW)).toBe('14:30');
    expect(writeMoment(NOW + 24 * HOUR, NOW)).toMatch(/^Montag/);
    expect(writeMoment(NOW + 240 * HOUR, NOW)).toBe('2. Dezember 2026');
    speak('fr');
    expect(writeMoment(NOW + 24 * HOUR, NOW)).toMatch(/^lundi/);
    speak('es');
    expect(writeDate(NOW)).toMatch(/^22 nov/);
  });

  it('has the names of the keyboard', () => {
    speak('de');
    expect(nameKey('Ctrl+Shift+F9')).toEqual(['Strg', 'Umschalt', 'F9']);
    speak('fr');
    expect(nameKey('Shift+F8')).toEqual(['Maj', 'F8']);
  });
});

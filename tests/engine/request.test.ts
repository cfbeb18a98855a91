import { describe, expect, it } from 'vitest';
import { fill } from './fill.ts';

describe('a duty', () => {
  it.each([
    ['Bins <must be presented> at the kerb by 6am.', 'Please present bins at the kerb by 6am.'],
    [
      'Please note that changes <need to be made> 5 days before the move, otherwise the fee is £20.',
      'Please make changes 5 days before the move, otherwise the fee is £20.',
    ],
    ['Your <old form must be signed>.', 'Please sign your old form.'],
    ['They <must be returned> in the box.', 'Please return them in the box.'],
  ])('told with nobody in it is asked of the customer: %s', (text, told) =>
    expect(fill('{requested}', text)).toBe(told),
  );

  it('stays where nobody could do it', () => {
    expect(fill('{requested}', 'It <must be> nice there.')).toBeUndefined();
    expect(fill('{requested}', 'The fee is small and all changes <must be made> at noon.')).toBeUndefined();
    expect(fill('{requested}', 'What <must be signed> is the form.')).toBeUndefined();
  });

  it('turns into a plain please behind a condition', () => {
    expect(fill('{instead} please', 'If you sold the car <you need to> tell the office.')).toBe(
      'If you sold the car please tell the office.',
    );
    expect(fill('{instead} please', '<You have to> be 18.')).toBeUndefined();
    expect(fill('{instead} please', "I'm afraid that <you must> tell the office.")).toBeUndefined();
  });
});

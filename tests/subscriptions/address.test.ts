import { describe, expect, it } from 'vitest';
import { readAddress, readPin } from '../../lib/subscriptions/address.ts';
import { forgetFindings, isDue, type Subscription } from '../../lib/subscriptions/subscription.ts';

describe('The address of a pack', () => {
  it.each([
    ['https://packs.acme.example/house.yaml', 'https://packs.acme.example/house.yaml'],
    [' packs.acme.example/house.yaml ', 'https://packs.acme.example/house.yaml'],
    ['https://packs.acme.example:8443/a#b', 'https://packs.acme.example:8443/a'],
  ])('is read as people paste it: %s', (typed, url) => {
    expect(readAddress(typed, false)).toEqual({ url, origin: 'https://packs.acme.example/*' });
  });

  it.each([
    ['', 'noAddress'],
    ['house', 'noAddress'],
    ['https://ana:secret@acme.example/house.yaml', 'noAddress'],
    ['file:///home/ana/house.yaml', 'noAddress'],
    ['javascript:alert(1)', 'noAddress'],
    ['https://acme.example/my house.yaml', 'noAddress'],
    ['http://acme.example/house.yaml', 'notSafe'],
    ['http://localhost:8080/house.yaml', 'notSafe'],
  ])('is refused when it is none, or not safe: %s', (typed, fault) => {
    expect(readAddress(typed, false)).toEqual({ fault });
  });

  it('may be this machine in the demo build alone', () => {
    const local = 'http://localhost:8080/house.yaml';
    expect(readAddress(local, true)).toEqual({ url: local, origin: 'http://localhost/*' });
    expect(readAddress('http://acme.example/house.yaml', true)).toEqual({ fault: 'notSafe' });
  });
});

describe('A pin', () => {
  const pin = 'ab'.repeat(32);
  it('is read as programs print it', () => {
    for (const typed of [pin, pin.toUpperCase(), ` ${pin}  house.yaml`, `sha256:${pin}`])
      expect(readPin(typed)).toBe(pin);
  });
  it('is refused when it is not whole', () => {
    for (const typed of ['', 'abc', `${pin}0`, 'x'.repeat(64)]) expect(readPin(typed)).toBeUndefined();
  });
});

describe('A pack is looked for', () => {
  const HOUR = 3_600_000;
  const at = (subscription: Partial<Subscription>) =>
    ({ url: 'https://acme.example/a', by: 'user', ...subscription }) as const;
  it('once a day', () => {
    expect(isDue(at({}), 0)).toBe(true);
    expect(isDue(at({ triedAt: 0 }), 24 * HOUR - 1)).toBe(false);
    expect(isDue(at({ triedAt: 0 }), 24 * HOUR)).toBe(true);
  });
  it('after an hour when the server was not to be had, and after a day when the file was wrong', () => {
    expect(isDue(at({ triedAt: 0, trouble: { kind: 'offline' } }), HOUR)).toBe(true);
    expect(isDue(at({ triedAt: 0, trouble: { kind: 'status', status: 503 } }), HOUR)).toBe(true);
    expect(isDue(at({ triedAt: 0, trouble: { kind: 'status', status: 404 } }), HOUR)).toBe(false);
    expect(isDue(at({ triedAt: 0, trouble: { kind: 'page' } }), HOUR)).toBe(false);
  });
  it('at once when the machine’s clock was set back, or when what was found is to be forgotten', () => {
    expect(isDue(at({ triedAt: 5 }), 4)).toBe(true);
    const known = at({ triedAt: 5, checkedAt: 5, packId: 'acme', pin: 'ab', trouble: { kind: 'page' } });
    expect(forgetFindings(known)).toEqual(at({ packId: 'acme', pin: 'ab' }));
  });
});

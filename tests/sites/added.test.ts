import { describe, expect, it } from 'vitest';
import { getOrigin } from '../../lib/sites/added.ts';

describe('The address of a desk', () => {
  it.each([
    ['https://support.example.com', 'https://support.example.com/*'],
    ['https://support.example.com/a/tickets/7?x=1#top', 'https://support.example.com/*'],
    ['https://desk.example.com:8443/agent/1', 'https://desk.example.com/*'],
    ['https://Support.Example.COM', 'https://support.example.com/*'],
  ])('%s is asked for as %s', (typed, origin) => {
    expect(getOrigin(typed)).toBe(origin);
  });

  it.each(['', 'my desk', 'javascript:alert(1)', 'chrome://settings', 'file:///etc/hosts', 'about:blank'])(
    '“%s” is none',
    (typed) => {
      expect(getOrigin(typed)).toBeUndefined();
    },
  );
});

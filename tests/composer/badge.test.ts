import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBadge } from '../../lib/composer/badge.ts';
import type { PageFlag } from '../../lib/composer/check.ts';
import { ask } from '../../lib/messages.ts';

vi.mock('../../lib/messages.ts', () => ({ ask: vi.fn(async () => true) }));

const flags = (...severities: PageFlag['severity'][]) => severities.map((severity) => ({ severity }) as PageFlag);
const QUIET = 1_000;

describe('The count on the toolbar button', () => {
  let life: AbortController;
  let badge: ReturnType<typeof createBadge>;
  beforeEach(() => {
    vi.useFakeTimers();
    vi.mocked(ask).mockClear();
    life = new AbortController();
    badge = createBadge(life.signal);
  });
  afterEach(() => {
    life.abort();
    vi.useRealTimers();
  });

  it('is told once for a burst of keys, with the gravest severity', () => {
    badge.show(flags('info'));
    badge.show(flags('info', 'error', 'warning'));
    vi.advanceTimersByTime(QUIET);
    badge.show(flags('warning', 'error', 'info'));
    vi.advanceTimersByTime(QUIET);
    expect(vi.mocked(ask).mock.calls).toEqual([['badge.show', { count: 3, severity: 'error' }]]);
  });

  it('is told again when the frame gets the focus, for another frame may have had its say', () => {
    badge.show(flags('warning'));
    vi.advanceTimersByTime(QUIET);
    window.dispatchEvent(new Event('focus'));
    vi.advanceTimersByTime(QUIET);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('goes when the site was given back', () => {
    badge.show(flags('warning'));
    vi.advanceTimersByTime(QUIET);
    life.abort();
    expect(ask).toHaveBeenLastCalledWith('badge.show', { count: 0, severity: 'info' });
  });
});

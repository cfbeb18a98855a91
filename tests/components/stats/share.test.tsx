import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ShareCounts } from '../../../components/stats/team/ShareCounts.tsx';
import { makeDays } from '../../../demo/counted-days.ts';
import { readTeamFile } from '../../../lib/stats/read-team-file.ts';
import type { Identity } from '../../../lib/storage/identity.ts';
import { createShareStore } from '../../../lib/stores/share-counts.ts';
import { getWords } from '../../words.ts';

const days = makeDays({ from: '2026-11-02', to: '2026-11-13', seed: 3 });
const agent = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
let saved: { name: string; text: Promise<string> }[];

beforeEach(() => {
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation(getWords as never);
  saved = [];
  let made: Blob;
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    made = blob as Blob;
    return 'blob:made';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, text: made.text() });
  });
});
afterEach(cleanup);

async function open(counted = days) {
  let identity: Identity = { agent, isNamed: false };
  const share = createShareStore({
    loadDays: async () => counted,
    loadIdentity: async () => identity,
    changeIdentity: async (change) => (identity = { ...identity, ...change }),
    now: () => Date.UTC(2026, 10, 20, 12),
  });
  render(<ShareCounts share={share} />);
  await userEvent.click(screen.getByText('Share your numbers with your team'));
}

const preview = () => screen.findByRole('region', { name: 'All that is in the file' });
async function write(label: string, text: string) {
  const field = await screen.findByLabelText(label);
  await userEvent.clear(field);
  if (text) await userEvent.type(field, text);
  await userEvent.tab();
}

describe('The file that an agent gives to the team', () => {
  it('is saved exactly as it was shown, to the last line, and is a file that the trainer’s page reads', async () => {
    await open();
    const shown: string[] = [];
    for (let isLast = false; !isLast; ) {
      shown.push((await preview()).textContent ?? '');
      const next = screen.getByRole<HTMLButtonElement>('button', { name: 'Next lines' });
      isLast = next.disabled;
      if (!isLast) await userEvent.click(next);
    }
    await userEvent.click(
      screen.getByRole('button', { name: `Save the file with ${new Set(days.map(({ day }) => day)).size} days` }),
    );
    screen.getByText(/^Saved\. Now hand the file/);
    const [file] = saved;
    const text = (await file?.text) ?? '';
    expect(file?.name).toBe('cando-counts-3f2504e0-2026-11-20.json');
    expect(text.trimEnd()).toBe(shown.join('\n'));
    expect(readTeamFile(text, '2026-11-20')).toMatchObject({ file: { agent } });
  });

  it('leaves out the days that a wrong clock has made, for which all of it would be refused', async () => {
    const [one] = days as [(typeof days)[0], ...typeof days];
    await open([{ ...one, day: '1970-01-01' }, ...days, { ...one, day: '2031-01-01' }]);
    await userEvent.click(await screen.findByRole('button', { name: /^Save the file with/ }));
    const text = (await saved[0]?.text) ?? '';
    expect(readTeamFile(text, '2026-11-20')).toMatchObject({ file: { agent } });
  });

  it('holds the group when there is one, and a name only while that is ticked', async () => {
    await open();
    await write('Your group, if you like', 'Night shift');
    await write('Your name, if you like', 'Ana');
    await vi.waitFor(async () => expect((await preview()).textContent).toContain('Night shift'));
    expect((await preview()).textContent).not.toContain('Ana');
    const tick = screen.getByRole<HTMLInputElement>('checkbox', { name: /^My name stands in the file/ });
    await userEvent.click(tick);
    await vi.waitFor(async () => expect((await preview()).textContent).toContain('"Ana"'));
    await userEvent.click(tick);
    await vi.waitFor(async () => expect((await preview()).textContent).not.toContain('Ana'));
  });

  it('holds the chosen days; of others its fields say why they are not taken', async () => {
    await open();
    await write('From', '2026-11-10');
    await vi.waitFor(async () => expect((await preview()).textContent).not.toContain('2026-11-09'));
    await write('To', '2026-11-21');
    screen.getByText('This day is yet to come.');
    await write('To', '2026-11-09');
    screen.getByText('This is before the first of the two days.');
    expect(screen.getByLabelText('To').getAttribute('aria-invalid')).toBe('true');
    await write('To', '');
    screen.getByText('This is no whole day yet: write month, day and year.');
    expect((await preview()).textContent).toContain('2026-11-10');
    await write('From', '2026-01-05');
    await write('To', '2026-01-06');
    await screen.findByText('Nothing was counted in these days.');
    screen.getByText('Nothing was counted before Nov 2, 2026.');
  });

  it('is not there as long as nothing is counted', async () => {
    await open([]);
    await screen.findByText('Nothing is counted yet, so there is nothing to share.');
    expect(screen.queryByRole('button', { name: /^Save/ })).toBeNull();
  });
});

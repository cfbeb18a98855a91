import { cleanup, configure, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createStore } from 'zustand/vanilla';
import { Stats } from '../../../components/stats/Stats.tsx';
import { makeDays } from '../../../demo/counted-days.ts';
import type { ReferencePack, ReferenceRule } from '../../../lib/packs/reference.ts';
import type { DayCounts } from '../../../lib/stats/counts.ts';
import { createSource } from '../../../lib/stats/sum.ts';
import { layPolicy, noPolicy } from '../../../lib/storage/policy.ts';
import { defaults } from '../../../lib/storage/settings.ts';
import type { PacksState } from '../../../lib/stores/packs.ts';
import type { SettingsState } from '../../../lib/stores/settings.ts';
import { createStatsStore, type Place } from '../../../lib/stores/stats.ts';
import { getWords } from '../../words.ts';

const makeRule = (id: string): ReferenceRule => ({
  id,
  severity: 'warning',
  message: 'Say by when.',
  why: 'What is soon to one is late to another.',
  wrong: [1, 2, 3, 4].map((at) => ({ text: `It ships <soon ${at}>.`, corrected: `It ships by Monday ${at}.` })),
  right: [],
});
const builtIn: ReferencePack[] = [
  {
    id: 'empty-promise',
    name: 'Promises that slip',
    about: '',
    lists: { we: 'we' },
    rules: [makeRule('empty-promise/as-soon-as-possible')],
  },
  { id: 'canned', name: 'Stock phrases', about: '', lists: {}, rules: [] },
];
const TODAY = '2026-11-20';
const twoYears = makeDays({ from: '2024-11-21', to: '2026-11-19', seed: 7 });
const { signal } = new AbortController();

// A table of two years takes its time on a busy machine.
configure({ asyncUtilTimeout: 20_000 });

beforeEach(() => {
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation(getWords as never);
});
afterEach(cleanup);

function show(places: Place[], panels = {}) {
  const settings = createStore<SettingsState>(() => ({
    settings: layPolicy(defaults, noPolicy),
    own: defaults,
    mastered: {},
    policyFaults: [],
    broken: [],
    status: 'ready',
    failure: undefined,
    retry: undefined,
  }));
  const packs = createStore<PacksState>(() => ({ installed: [], broken: [], files: new Map(), status: 'ready' }));
  const store = createStatsStore(signal, { places, getToday: () => TODAY });
  render(<Stats store={store} settings={settings} packs={packs} builtIn={builtIn} panels={panels} />);
  return store;
}

const showDays = (days: DayCounts[]) => show([{ name: 'browser', source: createSource(days) }]);

/** The cells of a chart's table, a row each. */
async function openTable(title: string): Promise<string[][]> {
  const chart = await screen.findByRole('region', { name: title });
  await userEvent.click(within(chart).getByText('As a table'));
  const [, ...rows] = await within(chart).findAllByRole('row');
  return rows.map((row) => [...row.children].map((cell) => cell.textContent ?? ''));
}

describe('The page of statistics', () => {
  it('says on the first day what will stand here, what is counted and what never is', async () => {
    showDays([]);
    await screen.findByRole('heading', { name: 'Nothing is counted yet' });
    screen.getByText(/which habits fade/);
    screen.getByText(/^What you or a customer writes, names/);
    expect(screen.queryByLabelText('Period')).toBeNull();
  });

  it('shows exactly what was counted, in its tables too', async () => {
    showDays(twoYears);
    const heading = await screen.findByRole('heading', { name: /2026/ });
    const weeks = await openTable('Flagged in 100 words, by week');
    const asked = twoYears.filter(({ day }) => day >= '2026-08-22');
    const words = asked.reduce((sum, { totals }) => sum + (totals.words ?? 0), 0);
    const read = (column: number) => weeks.reduce((sum, row) => sum + Number(row[column]?.replaceAll(',', '')), 0);
    expect(read(2)).toBe(words);
    const flagged = asked
      .flatMap(({ rules }) => Object.values(rules))
      .reduce((sum, counts) => sum + (counts.flagged ?? 0), 0);
    expect(read(3)).toBe(flagged);
    const overview = heading.closest('section') as HTMLElement;
    within(overview).getByText(new Intl.NumberFormat('en').format(words));
    within(overview).getByText(new Intl.NumberFormat('en').format(flagged));
  });

  it('never makes a percentage or a rate of a dozen words', async () => {
    const [one] = makeDays({ from: '2026-11-19', to: '2026-11-19', desks: ['zendesk'] }) as [DayCounts];
    const few = {
      ...one,
      totals: { ...one.totals, replies: 1, words: 12 },
      rules: { 'cant-focus/can-only@0.1.0': { flagged: 1, mended: 1 } },
    };
    showDays([few]);
    await screen.findByText(/mended by hand before the card 1 of 1/);
    expect(screen.getAllByText('few words yet').length).toBeGreaterThan(1);
    expect(document.body.textContent).not.toContain('%');
    const slider = screen.getByRole('slider', { name: 'Flagged in 100 words, by day' });
    expect(slider.getAttribute('aria-valuetext')).toMatch(/1 flagged in 12 words, 8.3 in 100. \(few words yet\)$/);
  });

  it('goes from week to week by arrow keys, and says each', async () => {
    showDays(twoYears);
    const slider = await screen.findByRole('slider', { name: 'Flagged in 100 words, by week' });
    slider.focus();
    expect(slider.getAttribute('aria-valuetext')).toContain('Week of Nov 16, 2026');
    await userEvent.keyboard('{ArrowLeft}');
    expect(slider.getAttribute('aria-valuetext')).toContain('Week of Nov 9, 2026');
    await userEvent.keyboard('{Home}{ArrowLeft}');
    expect(slider.getAttribute('aria-valuenow')).toBe('0');
  });

  it('gives this week’s focus with three of the rule’s own examples', async () => {
    showDays(twoYears);
    const card = (await screen.findByRole('heading', { name: 'This week’s focus' })).closest('section') as HTMLElement;
    within(card).getByText(/^In the weeks of work before: flagged \d+/);
    const examples = within(card).getAllByRole('listitem');
    expect(examples).toHaveLength(3);
    expect(examples.every((one) => one.querySelector('mark')?.textContent)).toBe(true);
  });

  it('tells which habits are gone and which have come back, and shows the course of the one chosen', async () => {
    showDays(twoYears);
    const gone = await screen.findByRole('button', { name: /^our policy is/ });
    expect(gone.closest('ul')?.parentElement?.textContent).toContain('Gone');
    const back = screen.getByRole('button', { name: /^do not hesitate/ });
    expect(back.closest('ul')?.parentElement?.textContent).toContain('Come back');
    await userEvent.click(back);
    screen.getByText(/It was gone, and came back on/);
    const slider = screen.getByRole('slider', { name: 'The course of a habit' });
    expect(slider.textContent).toContain('○');
    expect(slider.textContent).toContain('▲');
  });

  it('tells no rule as gone that was switched off, and says in which weeks it was', async () => {
    const loadSilences = async () => ({ 'policy-hiding/our-policy-is': [{ from: '2025-08-01' }] });
    show([{ name: 'browser', source: createSource(twoYears), loadSilences }]);
    const rule = await screen.findByRole('button', { name: /^our policy is/ });
    expect(rule.closest('ul')?.parentElement?.textContent).not.toContain('Gone');
    await userEvent.click(rule);
    await screen.findByText('Week of Nov 16, 2026: the rule was switched off.');
    const rows = await openTable('The course of a habit');
    expect(rows.at(-1)?.at(-1)).toBe('rule off');
    expect(rows.filter((row) => row.at(-1) === 'rule off').length).toBeGreaterThan(50);
  });

  it('takes no rule that was switched off for one that got better', async () => {
    // Only this rule is flagged, until it is switched off.
    const rule = 'policy-hiding/our-policy-is';
    const flags: DayCounts['rules'] = { [`${rule}@0.1.0`]: { flagged: 3, sent: 3 } };
    const days = twoYears.map((one) => ({ ...one, rules: one.day < '2026-08-22' ? flags : {} }));
    const loadSilences = async () => ({ [rule]: [{ from: '2026-08-22' }] });
    const store = show([{ name: 'browser', source: createSource(days), loadSilences }]);
    await userEvent.selectOptions(await screen.findByLabelText('Compared with'), 'As many days before');
    await screen.findByText(/may be chance\. Told without 1 rule that was switched off in one of them\.$/);
    const table = await screen.findByRole('region', { name: 'As a table: Two periods, rule by rule' });
    within(table).getByRole('row', { name: /^our policy is .* rule off$/ });
    store.ask({ preset: 'all', comparison: 'none' });
    await screen.findByText(/^No clear change: .* Told without 1 rule that was switched off in between\.$/);
  });

  it('compares no period with one that has days of it', async () => {
    const store = showDays(twoYears);
    store.ask({ preset: 'all', comparison: 'year' });
    await screen.findByText(/^Not compared with .*: the two periods have days in common\./);
    expect(screen.queryByRole('region', { name: 'Two periods, rule by rule' })).toBeNull();
  });

  it('says of which week a focus was', async () => {
    const store = showDays(twoYears);
    await screen.findByRole('heading', { name: 'This week’s focus' });
    store.ask({ preset: 'own', own: { from: '2026-10-01', to: '2026-10-30' } });
    await screen.findByRole('heading', { name: 'The focus in the week of Oct 26, 2026' });
  });

  it('names two where it may be either of them that is flagged most', async () => {
    const [day] = makeDays({ from: '2026-11-19', to: '2026-11-19', desks: ['zendesk'] }) as [DayCounts];
    const desk = (name: string, flagged: number) => ({
      ...day,
      desk: name,
      totals: { ...day.totals, words: 2_000 },
      rules: { 'cant-focus/can-only@0.1.0': { flagged, sent: flagged } },
    });
    showDays([desk('zendesk', 20), desk('gmail', 21)]);
    await screen.findByText('Most often: Gmail or Zendesk, too close to tell apart at 1.1 in 100 words.');
    cleanup();
    showDays([desk('zendesk', 20), desk('gmail', 60)]);
    await screen.findByText('Most often: Gmail, 3.0 in 100 words.');
  });

  it('says whether a new version of a pack helped', async () => {
    const store = showDays(twoYears);
    await screen.findByText('One version in these days, so there is nothing to compare.');
    store.ask({ preset: 'all' });
    await screen.findByText(/^With 5\.0\.0 (?:fewer|more) are flagged than with 4\.0\.0/);
  });

  it('compares two periods, rule by rule', async () => {
    showDays(twoYears);
    await userEvent.selectOptions(await screen.findByLabelText('Compared with'), 'A year ago');
    const table = await screen.findByRole('region', { name: 'As a table: Two periods, rule by rule' });
    within(table).getByRole('row', { name: /^do not hesitate Stock phrases 0 .* more$/ });
    within(table).getByRole('row', { name: /^cannot until .* fewer$/ });
  });

  it('tells what replaced what as people read it, and what was taken out as such', async () => {
    const [day] = makeDays({ from: '2026-11-19', to: '2026-11-19', desks: ['zendesk'] }) as [DayCounts];
    const replaced = {
      'empty-promise/as-soon-as-possible@0.1.0': {
        '<{we} {cannot}? ship ...4> (soon|asap) → {subject} can {do} by [by when]': 2,
        '<{we} ship ...3> soon → {subject} can {do} by [by when]': 1,
        '^ <as soon as possible> → {delete}': 5,
        'shortly → ': 4,
      },
    };
    showDays([{ ...day, replaced }]);
    await screen.findByText('Most often “as soon as possible” was taken out (5 ×).');
    expect(
      (await openTable('What replaced what')).map(([phrase, rewrite, , times]) => [phrase, rewrite, times]),
    ).toEqual([
      ['as soon as possible', '(taken out)', '5'],
      ['shortly', '(taken out)', '4'],
      ['we ship … soon', 'we can … by [by when]', '3'],
    ]);
  });

  it('asks for one desk', async () => {
    const store = showDays(twoYears);
    await userEvent.selectOptions(await screen.findByLabelText('Desk'), 'Gmail');
    await vi.waitFor(() => expect(store.getState().view?.report.desks.map(({ key }) => key)).toEqual(['gmail']));
  });

  it('takes own days, and says when nothing was written in them', async () => {
    showDays(twoYears);
    await userEvent.selectOptions(await screen.findByLabelText('Period'), 'Own days');
    const from = screen.getByLabelText('From');
    await userEvent.clear(from);
    await userEvent.type(from, '2020-01-01');
    const to = screen.getByLabelText('To');
    await userEvent.clear(to);
    await userEvent.type(to, '2020-01-31');
    await screen.findByText(/^Nothing was counted then/);
    await userEvent.click(screen.getByRole('button', { name: 'Show all that there is' }));
    await screen.findByRole('region', { name: 'Flagged in 100 words, by week' });
  });

  it('stays when a server is down, says so, and asks it again', async () => {
    let isDown = true;
    const source = createSource(twoYears);
    const server: Place = {
      name: 'server',
      source: { ...source, describe: () => (isDown ? Promise.reject(new Error('down')) : source.describe()) },
      explain: () => 'The server does not answer.',
    };
    show([{ name: 'browser', source }, server], { server: <p>Which server</p> });
    await userEvent.click(await screen.findByRole('radio', { name: 'The team’s server' }));
    const alert = await screen.findByRole('alert');
    within(alert).getByText('The server does not answer.');
    screen.getByText('Which server');
    isDown = false;
    await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }));
    await screen.findByRole('region', { name: 'By rule' });
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

import type { Page } from 'playwright-core';
import { sections } from '../../components/options/sections.ts';
import { readCard } from '../../demo/card.ts';
import type { BoxName } from '../../demo/reply-box.ts';
import type { Popup } from '../../demo/toolbar.ts';
import type { Stage } from './stage.ts';

/** Something of ours that people see. */
export interface Surface {
  name: string;
  /** In CSS pixels; without a height all of it is seen. */
  width: number;
  height?: number;
  open(stage: Stage): Promise<Page | Popup>;
}

const REFUND = "Unfortunately we can't refund you until the warehouse has the parcel.";
const MANY = `Hi Priya,\n${REFUND}\nIt ships [by when], so it's not our fault. What a whiner.`;
const TWICE = 'We will revert to you.';
const SLIGHT =
  'We only ship to Spain.\nKindly do the needful.\nThanks for contacting us.\nWe will revert to you by Monday.';
const VERSION = 2;
const USED = {
  version: VERSION,
  off: ['deflecting', 'cant-focus/cannot-before'],
  severities: { 'cant-focus/cannot-but': 'error' },
  steppedDown: { 'cant-focus/cannot': { to: 'info', isTold: true } },
  ignored: [
    { ruleId: 'cant-focus/cannot', phrase: 'cannot wait to hear from you' },
    { ruleId: 'policy-hiding/our-policy-is', phrase: 'our policy' },
  ],
  sitesOff: ['support.example.com'],
  keys: { next: 'Ctrl+F8', previous: 'Ctrl+F8', apply: 'F12' },
};
const FRESH = { version: VERSION };
const STEPPED = {
  ...FRESH,
  steppedDown: {
    'cant-focus/cannot-until': { to: 'info', isTold: false },
    'canned/do-not-hesitate': { to: 'silent', isTold: false },
  },
};
const POPUP = { width: 360 };

const card = (name: BoxName, draft: string, marks: number): Surface => ({
  name: `card-${name}`,
  width: 900,
  height: 640,
  async open(stage) {
    await stage.set(FRESH);
    const { page, press } = await stage.write(name, draft, marks);
    await press('F8');
    await readCard(page);
    return page;
  },
});

const cardOfTwo: Surface = {
  ...card('text', TWICE, 1),
  name: 'card-of-two',
  async open(stage) {
    await stage.set(FRESH);
    const { page, press } = await stage.write('text', TWICE, 1);
    await press('F8');
    await page.locator('cando-card').getByText('Promises that slip').waitFor();
    return page;
  },
};

const draft = (name: BoxName): Surface => ({
  name: `draft-${name}`,
  width: 900,
  height: 640,
  async open(stage) {
    await stage.set(FRESH);
    return (await stage.write(name, MANY, 4)).page;
  },
});

const popup = (name: string, settings: object, open: (stage: Stage) => Promise<Page>): Surface => ({
  name: `popup-${name}`,
  ...POPUP,
  async open(stage) {
    await stage.set(settings);
    const page = await open(stage);
    const over = await stage.press(page);
    await over.waitForFunction(() => !document.querySelector('main .loading'));
    return over;
  },
});

const options = (section: string): Surface => ({
  name: `options-${section.replaceAll('/', '-')}`,
  width: 1000,
  async open(stage) {
    await stage.set(USED);
    const page = await stage.open(`options.html#${section}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  },
});

/** Every one of them, as far as a script can bring it about. */
export const surfaces: readonly Surface[] = [
  card('ticket', REFUND, 1),
  card('mail', REFUND, 1),
  card('text', REFUND, 1),
  cardOfTwo,
  draft('ticket'),
  draft('mail'),
  draft('text'),
  popup('draft', FRESH, async (stage) => (await stage.write('ticket', MANY, 4)).page),
  popup('stepped', STEPPED, async (stage) => (await stage.write('ticket', `${SLIGHT}\n${REFUND}`, 4)).page),
  popup('clear', FRESH, async (stage) => (await stage.write('ticket', 'Hi Priya', 0)).page),
  popup('waiting', FRESH, (stage) => stage.visit('/ticket.html')),
  popup('site-off', { ...FRESH, sitesOff: ['localhost'] }, (stage) => stage.visit('/ticket.html')),
  popup('snoozed', { ...FRESH, snoozedUntil: Date.parse('2036-11-18T09:00:00Z') }, (stage) =>
    stage.visit('/ticket.html'),
  ),
  popup('broken', { ...FRESH, off: 'all' }, (stage) => stage.visit('/ticket.html')),
  popup('closed', FRESH, (stage) => stage.visit('chrome://version')),
  ...[...sections, 'rules/cant-focus/cannot'].map(options),
  {
    name: 'welcome',
    width: 1000,
    async open(stage) {
      await stage.set(FRESH);
      const page = await stage.open('welcome.html');
      await page.locator('cando-chip').waitFor({ state: 'attached' });
      return page;
    },
  },
];

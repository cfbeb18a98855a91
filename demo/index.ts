import type { Desk } from './desk.ts';
import { type DemoDraft, type DeskName, drafts } from './drafts.ts';
import { mountMail } from './mail.ts';
import { mountText } from './text.ts';
import { mountTicket } from './ticket.ts';
import './index.css';

const mount: Record<DeskName, (root: HTMLElement, content: DemoDraft) => Desk | Promise<Desk>> = {
  ticket: mountTicket,
  mail: mountMail,
  text: mountText,
};
const names = Object.keys(mount) as DeskName[];
const desks: Partial<Record<DeskName, Desk>> = {};

function getShown(): DeskName {
  return names.find((name) => location.hash === `#${name}`) ?? 'ticket';
}

function show(): void {
  for (const name of names) {
    const tab = document.querySelector(`[href="#${name}"]`);
    if (name === getShown()) tab?.setAttribute('aria-current', 'page');
    else tab?.removeAttribute('aria-current');
    const panel = document.querySelector<HTMLElement>(`[data-desk="${name}"]`);
    if (panel) panel.hidden = name !== getShown();
  }
}

/** `?empty` leaves the reply boxes empty, to be typed into. */
const startsEmpty = new URLSearchParams(location.search).has('empty');

addEventListener('hashchange', show);
document.querySelector('#refill')?.addEventListener('click', () => {
  const name = getShown();
  desks[name]?.fill(drafts[name].draft);
  desks[name]?.box.focus();
});
show();
for (const name of names) {
  const panel = document.querySelector<HTMLElement>(`[data-desk="${name}"]`);
  if (panel) desks[name] = await mount[name](panel, startsEmpty ? { ...drafts[name], draft: [] } : drafts[name]);
}

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { watchSending } from '../../lib/composer/sending.ts';
import { deskPages } from '../desk-pages.ts';

let life: AbortController;
beforeEach(() => {
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  document.body.replaceChildren();
});

/** As a person would: what a page's script does is not trusted. */
function click(element: Element, type = 'click', isTrusted = true): void {
  const event = new Event(type, { bubbles: true, composed: true, cancelable: true });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  element.dispatchEvent(event);
}

/** How often a press of each element was taken for one that sends. */
function watch(box: Element, site = {}): () => number {
  let presses = 0;
  watchSending(box, { id: 'desk', name: '', matches: [], ...site }, life.signal, () => {
    presses++;
  });
  return () => presses;
}

function put(...nodes: Element[]): void {
  document.body.append(...nodes);
}

function make(name: string, attributes: Record<string, string>, ...children: (Element | string)[]): Element {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

describe('A control that sends', () => {
  // In a transition of Jira it bears the transition's name, and is not known.
  const known = deskPages.filter(
    ({ name, site, html }) => site.send && /data-part="send"/.test(html) && name !== 'jira-transition',
  );

  it.each(known.map((page) => [page.name, page] as const))('is known on the page of %s', (_, { site, html }) => {
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    document.body.append(...[...parsed.body.children].map((element) => document.importNode(element, true)));
    const box = document.querySelector('[data-part~="reply"]') as Element;
    const button = document.querySelector('[data-part~="send"]') as Element;
    const count = watch(box, { send: site.send });
    click(button);
    expect(count()).toBe(1);
    click(box);
    expect(count()).toBe(1);
  });

  it('is there for every desk whose site names one', () => {
    expect(known.length).toBeGreaterThan(4);
  });

  it.each(['Send', 'Reply', 'Submit as Solved', 'Senden', 'Antworten', 'Envoyer', 'Enviar', 'Responder', 'Invia'])(
    'is told by its name, “%s”, where the desk is not known',
    (name) => {
      const box = make('textarea', {});
      const button = make('div', { role: 'button' }, make('span', {}, name));
      put(make('div', {}, box, make('footer', {}, button)));
      const count = watch(box);
      click(button.firstElementChild as Element);
      expect(count()).toBe(1);
    },
  );

  it('is no other button, none far from the box, and none that a script presses', () => {
    const box = make('textarea', {});
    const [discard, resend] = [make('button', {}, 'Discard reply'), make('button', {}, 'Attach')];
    const elsewhere = make('button', {}, 'Submit');
    const icon = make('button', { 'aria-label': 'Send now' });
    let pane = make('div', {}, box, discard, resend, icon);
    for (let depth = 0; depth < 12; depth++) pane = make('div', {}, pane);
    put(pane, make('aside', {}, elsewhere));
    const count = watch(box);
    for (const button of [discard, resend, elsewhere]) click(button);
    click(icon, 'click', false);
    expect(count()).toBe(0);
    click(icon, 'pointerdown');
    click(icon);
    expect(count()).toBe(2);
  });

  it('is found outside a shadow root that holds the box, and is never stopped', () => {
    const host = make('div', {});
    const box = make('textarea', {});
    host.attachShadow({ mode: 'open' }).append(box);
    const button = make('button', {}, 'Send');
    put(make('div', {}, host, button));
    const count = watch(box);
    let isHeard = false;
    button.addEventListener('click', (event) => {
      isHeard = !event.defaultPrevented;
    });
    click(button);
    expect([count(), isHeard]).toEqual([1, true]);
  });
});

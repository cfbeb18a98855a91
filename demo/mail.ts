/** An inline reply in the page shape of Gmail: a plain contenteditable with a signature and the quoted history in it. */
import { type Desk, getInitials, recordSent } from './desk.ts';
import type { DemoDraft } from './drafts.ts';
import { h } from './h.ts';
import './desk.css';
import './mail.css';

/** Builds the mail thread into `root`. */
export function mountMail(root: HTMLElement, { customer, subject, draft }: DemoDraft): Desk {
  const message = (...more: HTMLElement[]) =>
    h('div', { dir: 'ltr' }, ...customer.message.map((text) => h('div', {}, text)), ...more);
  const box = h('div', {
    class: 'Am aiL Al editable LW-avf tS-tW tS-tY',
    hidefocus: 'true',
    'aria-label': 'Message Body',
    g_editable: 'true',
    role: 'textbox',
    'aria-multiline': 'true',
    contenteditable: 'true',
    tabindex: '1',
    spellcheck: 'false',
    writingsuggestions: 'false',
    onkeydown: (event) => {
      const { key, ctrlKey, metaKey } = event as KeyboardEvent;
      if (key === 'Enter' && (ctrlKey || metaKey)) send();
    },
  });
  const sendButton = h(
    'div',
    {
      class: 'T-I J-J5-Ji aoO v7 T-I-atl L3',
      role: 'button',
      tabindex: '1',
      'aria-label': 'Send ‪(Ctrl-Enter)‬',
      onclick: send,
    },
    'Send',
  );
  const sent = h('div', { class: 'sent', role: 'status' });
  root.append(
    h(
      'div',
      { class: 'nH mail' },
      h('h2', { class: 'hP', 'data-thread-perm-id': 'thread-f:1', 'data-legacy-thread-id': '19a1' }, subject),
      h(
        'div',
        { class: 'h7', 'data-message-id': '#msg-f:1' },
        h('span', { class: 'avatar', 'aria-hidden': 'true' }, getInitials(customer.name)),
        h(
          'div',
          {},
          h(
            'header',
            {},
            h('span', { class: 'gD', email: customer.email, name: customer.name }, customer.name),
            h('time', {}, '18 Nov, 09:12'),
          ),
          h(
            'div',
            { class: 'ii gt' },
            h('div', { class: 'a3s aiL' }, message(createQuote('Sam Ortiz', ['We cannot ship on Sundays.']))),
          ),
        ),
      ),
      h(
        'div',
        { class: 'ip adB M9' },
        h(
          'div',
          { class: 'AO' },
          h('div', { class: 'HQ' }, `To ${customer.name}`),
          h(
            'div',
            { class: 'Ap' },
            h('div', { class: 'Ar Au' }, h('div', { class: 'aO7' }, box, h('div', { class: 'n0NzRc' }))),
          ),
          h('div', { class: 'IZ' }, h('div', { class: 'Up' }, h('div', {}, sendButton))),
        ),
      ),
      sent,
    ),
  );
  fill(draft);

  function fill(paragraphs: string[]): void {
    const [first, ...rest] = paragraphs;
    box.replaceChildren(
      h('div', { dir: 'ltr' }, first ?? h('br'), ...rest.map((text) => h('div', {}, text))),
      h('br'),
      h('span', { class: 'gmail_signature_prefix' }, '-- '),
      h('br'),
      h(
        'div',
        { dir: 'ltr', class: 'gmail_signature', 'data-smartmail': 'gmail_signature' },
        h('div', {}, 'Sam Ortiz, Harbour Goods'),
        h('div', {}, "We can't answer the phone on Sundays."),
      ),
      h('br'),
      createQuote(customer.name, [...customer.message, "The courier told me they can't help until you call them."]),
    );
  }

  function send(): void {
    recordSent({ desk: 'mail', reader: 'public', html: box.innerHTML, text: box.innerText });
    sent.textContent = 'Message sent.';
    fill([]);
  }

  return { box, fill };
}

function createQuote(name: string, paragraphs: string[]): HTMLElement {
  return h(
    'div',
    { class: 'gmail_quote gmail_quote_container' },
    h('div', { dir: 'ltr', class: 'gmail_attr' }, `On Wed, 18 Nov 2026 at 09:12, ${name} wrote:`, h('br')),
    h(
      'blockquote',
      { class: 'gmail_quote' },
      h('div', { dir: 'ltr' }, ...paragraphs.map((text) => h('div', {}, text))),
    ),
  );
}

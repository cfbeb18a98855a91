/** The plainest desk of all: a customer's message, a textarea, a button. */
import { type Desk, getInitials, recordSent } from './desk.ts';
import type { DemoDraft } from './drafts.ts';
import { h } from './h.ts';
import './desk.css';
import './text.css';

/** Builds the form into `root`. */
export function mountText(root: HTMLElement, { customer, subject, draft }: DemoDraft): Desk {
  const box = h('textarea', { rows: '9', 'aria-label': 'Reply', placeholder: 'Write a reply' }) as HTMLTextAreaElement;
  const sent = h('p', { class: 'sent', role: 'status' });
  root.append(
    h(
      'div',
      { class: 'plain' },
      h('h2', {}, subject),
      h(
        'article',
        {},
        h('span', { class: 'avatar', 'aria-hidden': 'true' }, getInitials(customer.name)),
        h(
          'div',
          {},
          h('header', {}, h('span', {}, customer.name), h('time', {}, '18 Nov, 09:12')),
          ...customer.message.map((text) => h('p', {}, text)),
        ),
      ),
      h(
        'form',
        {
          onsubmit: (event) => {
            event.preventDefault();
            recordSent({ desk: 'text', reader: 'public', html: '', text: box.value });
            box.value = '';
            sent.textContent = 'Reply sent.';
          },
        },
        box,
        h('footer', {}, sent, h('button', { type: 'submit', class: 'primary' }, 'Send')),
      ),
    ),
  );
  const fill = (paragraphs: string[]) => {
    box.value = paragraphs.join('\n\n');
  };
  fill(draft);
  return { box, fill };
}

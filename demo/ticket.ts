/**
 * A ticket in the page shape of Zendesk's Agent Workspace around a real CKEditor 5. Attribute names follow the product;
 * looks and words are our own. One more ticket stays mounted behind it, as in the product.
 */
import { BlockQuote, Bold, Code, DecoupledEditor, Essentials, Italic, Link, List, Mention, Paragraph } from 'ckeditor5';
import { type Desk, getInitials, recordSent } from './desk.ts';
import type { DemoDraft } from './drafts.ts';
import { h } from './h.ts';
import 'ckeditor5/ckeditor5.css';
import './desk.css';
import './ticket.css';

const LABELS = { web: 'Public reply composer', internal: 'Internal note composer' };

/** Builds the ticket into `root`. */
export async function mountTicket(root: HTMLElement, { customer, subject, draft }: DemoDraft): Promise<Desk> {
  const log = h(
    'div',
    { 'data-test-id': 'omni-log-container', class: 'log' },
    createLogItem('end-user', customer.name, customer.message),
    createLogItem('internal', 'Jo Lindqvist', [
      'Tracking says the parcel is with the courier. I am afraid we cannot see more.',
    ]),
  );
  const box = h('div', { class: 'ck-content' });
  const toolbar = h('div', { class: 'ticket-toolbar' });
  const channel = h(
    'button',
    {
      type: 'button',
      class: 'channel',
      'data-test-id': 'omnichannel-channel-switcher-button',
      'data-channel': 'web',
      'aria-label': 'Select channel for ticket comment',
      onclick: () => setChannel(channel.dataset.channel === 'web' ? 'internal' : 'web'),
    },
    'Public reply',
  );
  const submit = h(
    'button',
    { type: 'button', class: 'primary', 'data-test-id': 'submit_button-button', onclick: send },
    'Submit as Open',
  );
  const composer = h(
    'div',
    { id: 'editor-view', 'data-test-id': 'editor-view', class: 'composer' },
    h(
      'div',
      { 'data-test-id': 'omnichannel-composer-toolbar', class: 'composer-head' },
      channel,
      h('span', { class: 'to' }, `To ${customer.name}`),
    ),
    h('div', { 'data-test-id': 'ticket-rich-text-editor', class: 'zendesk-editor--rich-text-container' }, box),
    toolbar,
  );
  root.append(
    h(
      'main',
      { id: 'main_panes' },
      createPane('1', true, customer.name, subject, log, composer, h('footer', { class: 'ticket-foot' }, submit)),
      createPane(
        '2',
        false,
        'Lena Vogt',
        'Wrong size',
        createLogItem('end-user', 'Lena Vogt', ['The coat is too small.']),
      ),
    ),
  );

  const editor = await DecoupledEditor.create(box, {
    licenseKey: 'GPL',
    plugins: [Essentials, Paragraph, Bold, Italic, Link, List, BlockQuote, Code, Mention],
    toolbar: ['bold', 'italic', 'link', 'bulletedList', 'numberedList', 'blockQuote', 'code'],
    initialData: toHtml(draft),
  });
  toolbar.append(editor.ui.view.toolbar.element as HTMLElement);
  window.demoEditor = editor;
  setRootAttributes({ 'data-test-id': 'omnicomposer-rich-text-ckeditor', 'aria-label': LABELS.web });

  function setRootAttributes(attributes: Record<string, string>): void {
    editor.editing.view.change((writer) => {
      const view = editor.editing.view.document.getRoot();
      if (view) for (const [name, value] of Object.entries(attributes)) writer.setAttribute(name, value, view);
    });
  }

  function setChannel(name: 'web' | 'internal'): void {
    channel.dataset.channel = name;
    channel.textContent = name === 'web' ? 'Public reply' : 'Internal note';
    composer.classList.toggle('internal', name === 'internal');
    setRootAttributes({ 'aria-label': LABELS[name] });
  }

  function send(): void {
    const reader = channel.dataset.channel === 'internal' ? 'internal' : 'public';
    const html = editor.getData();
    const paragraphs = [...box.children].map((block) => block.textContent ?? '');
    recordSent({ desk: 'ticket', reader, html, text: paragraphs.join('\n') });
    log.append(createLogItem(reader === 'internal' ? 'internal' : 'agent', 'Sam Ortiz', paragraphs));
    editor.setData('');
  }

  return { box, fill: (paragraphs) => editor.setData(toHtml(paragraphs)) };
}

function createPane(
  id: string,
  active: boolean,
  name: string,
  subject: string,
  ...content: HTMLElement[]
): HTMLElement {
  return h(
    'div',
    {
      class: 'ticket-panes-grid-layout',
      'data-ticket-id': id,
      'data-is-active': String(active),
      'data-entity-is-selected': String(active),
      hidden: !active,
    },
    h(
      'aside',
      { class: 'facts' },
      h('label', {}, 'Requester'),
      h('div', { 'data-test-id': 'ticket-system-field-requester-select' }, name),
      h('label', {}, 'Assignee'),
      h('div', {}, 'Support / Sam Ortiz'),
      h('label', {}, 'Priority'),
      h('div', {}, 'Normal'),
    ),
    h(
      'section',
      { class: 'conversation' },
      h('input', { 'data-test-id': 'omni-header-subject', value: subject, 'aria-label': 'Subject' }),
      ...content,
    ),
  );
}

function createLogItem(type: 'end-user' | 'agent' | 'internal', name: string, paragraphs: string[]): HTMLElement {
  const message = () => h('div', { class: 'zd-comment' }, ...paragraphs.map((text) => h('p', {}, text)));
  return h(
    'article',
    { 'data-test-id': 'omni-log-comment-item', class: type },
    h('span', { class: 'avatar', 'aria-hidden': 'true' }, getInitials(name)),
    h(
      'div',
      {},
      h(
        'header',
        {},
        h('span', { 'data-test-id': 'omni-log-item-sender' }, name),
        ...(type === 'internal' ? [h('span', { 'data-test-id': 'omni-log-internal-note-tag' }, 'Internal')] : []),
        h('time', { 'data-test-id': 'timestamp-relative', datetime: '2026-11-18T09:12:00Z' }, '18 Nov, 09:12'),
      ),
      h(
        'div',
        { 'data-test-id': 'omni-log-item-message', type },
        h('div', { 'data-test-id': 'omni-log-message-content', 'data-originated-from': 'EmailInteraction' }, message()),
      ),
      // The product keeps a hidden copy of each message.
      h('div', { 'data-test-id': 'omni-log-item-message', type, 'aria-hidden': 'true', hidden: true }, message()),
    ),
  );
}

function toHtml(paragraphs: string[]): string {
  return paragraphs.map((text) => h('p', {}, text).outerHTML).join('');
}

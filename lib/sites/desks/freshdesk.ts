import { defineSite } from '../site.ts';

// Public extensions and userscripts, read in November 2026; not checked on the live product. What tells a note is not known.
export default defineSite({
  id: 'freshdesk',
  name: 'Freshdesk',
  matches: ['https://*.freshdesk.com/*'],
  isOptional: true,
  paths: ['/a/'],
  composer:
    '.rich-editor .fr-element[contenteditable="true"], [data-test-id="active-editor"] .fr-element[contenteditable="true"]',
  customer: {
    message: '.ticket-details__requestor [data-test-conversation="conversation-text"]',
    name: '.ticket-details__requestor [data-test-id="user-name"]',
  },
  send: '[data-test-id="submit"]',
});

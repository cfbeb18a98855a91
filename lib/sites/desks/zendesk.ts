import { defineSite } from '../site.ts';

// Public extensions, userscripts and end-to-end tests, read in November 2026; not checked on the live product.
export default defineSite({
  id: 'zendesk',
  name: 'Zendesk',
  matches: ['https://*.zendesk.com/*'],
  paths: ['/agent/'],
  silentPaths: ['/hc/'],
  composer:
    '[data-test-id="omnicomposer-rich-text-ckeditor"], [data-test-id="omnicomposer-plain-text-ckeditor"], .zendesk-editor--rich-text-comment',
  // Every open ticket stays in the page, hidden.
  pane: 'main#main_panes > *, .ticket-panes-grid-layout',
  // Its buttons stand in the former view alone.
  reader: {
    selector: '[data-test-id="omnichannel-channel-switcher-button"], .track-id-privateComment',
    internal: '[data-channel="internal"], .track-id-privateComment.active',
  },
  customer: {
    message: '[data-test-id="omni-log-item-message"][type="end-user"]:not([aria-hidden="true"])',
    without: ['blockquote', '.signature', '.collapse-signature'],
    name: '[data-test-id="ticket-system-field-requester-select"], [data-test-id="tooltip-requester-name"]',
  },
  send: [
    '[data-test-id="submit_button-button"]',
    '[data-test-id="omnichannel-omnicomposer-send-button"]',
    'footer.ticket-resolution-footer button',
  ].join(),
  // As open, pending, on hold or solved, or with the status that it has.
  sendKeys: ['KeyO', 'KeyP', 'KeyD', 'KeyS', 'KeyU'].map((key) => `Ctrl+Alt+${key}`),
});

import { defineSite } from '../site.ts';

// Public extensions and userscripts, read in November 2026; not checked on the live product. What tells a note is known of its former page alone.
export default defineSite({
  id: 'intercom',
  name: 'Intercom',
  matches: ['https://app.intercom.com/*'],
  isOptional: true,
  paths: ['/a/inbox/'],
  composer: '[data-conversation-reply-composer].ProseMirror, .ProseMirror.embercom-prosemirror-composer-editor',
  reader: { selector: '[data-intercom-target="note-tab"]', internal: '.o__selected' },
  customer: {
    message: '[data-part-group-category="1"] .interblocks-html',
    name: '[data-inbox-conversation-header-title]',
  },
});

import { defineSite } from '../site.ts';

// Public extensions and end-to-end tests, read in November 2026; not checked on the live product.
export default defineSite({
  id: 'jira',
  name: 'Jira Service Management',
  matches: ['https://*.atlassian.net/*'],
  isOptional: true,
  paths: ['/browse/', '/jira/servicedesk/'],
  composer: '#ak-editor-textarea.ProseMirror',
  // The first tab is the internal note, the second the reply.
  reader: {
    selector: '#comment-editor-container-tabs-0, #issue-transition-comment-editor-container-tabs-0',
    internal: '[aria-selected="true"]',
  },
  send: '[data-testid="comment-save-button"]',
});

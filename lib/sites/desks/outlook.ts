import { defineSite } from '../site.ts';

// A public extension's code and saved pages, read in November 2026; not checked on the live product.
export default defineSite({
  id: 'outlook',
  name: 'Outlook on the web',
  matches: [
    'https://outlook.office.com/*',
    'https://outlook.office365.com/*',
    'https://outlook.live.com/*',
    'https://outlook.cloud.microsoft/*',
  ],
  isOptional: true,
  // `spellcheck="false"` on the composer means nothing to us.
  composer: [
    '[id^="editorParent_"] [contenteditable="true"]',
    ...['[id*="docking_InitVisiblePart"]', '[data-app-section="Form_Content"]', '#ReadingPaneContainerId'].map(
      (around) => `${around} [contenteditable="true"][aria-multiline="true"]`,
    ),
  ].join(),
  notComposer: '[contenteditable="true"]:not([aria-multiline="true"])',
  excluded: [
    '#appendonsend',
    '#appendonsend ~ *',
    '#divRplyFwdMsg',
    '#divRplyFwdMsg ~ *',
    '#Signature',
    '.ms-outlook-signature',
    '[id*="mail-editor-reference-message-container"]',
  ],
  send: '#splitButton-send__primaryActionButton, [data-testid="ComposeSendButton"]',
  sendKeys: ['Alt+KeyS'],
});

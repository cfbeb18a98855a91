import { defineSite } from '../site.ts';

// InboxSDK, gmail.js and saved pages, read in November 2026; not checked on the live product.
export default defineSite({
  id: 'gmail',
  name: 'Gmail',
  matches: ['https://mail.google.com/*'],
  paths: ['/mail/'],
  // `spellcheck="false"` stands on Gmail's own composer and means nothing to us.
  composer: '[g_editable="true"][role="textbox"][contenteditable="true"], .Ap [g_editable="true"]',
  excluded: [
    '.gmail_quote',
    '.gmail_quote_container',
    '.gmail_attr',
    '.gmail_signature',
    '[data-smartmail="gmail_signature"]',
    '.gmail_signature_prefix',
    '.gmail_chip',
  ],
  // A mail in a window of its own need not be a reply to the conversation behind it.
  pane: '[role="dialog"]',
  customer: {
    message: '.ii.gt .a3s, .ii.gt.a3s',
    without: ['.gmail_quote', '.gmail_quote_container', '.gmail_attr', 'blockquote', '.gmail_signature'],
    name: 'span.gD[email][name]',
    nameAttribute: 'name',
  },
  send: '.IZ.Up div > div[role="button"]:not(.Uo):not([aria-haspopup="true"]), div.T-I.aoO.v7.T-I-atl.L3',
});

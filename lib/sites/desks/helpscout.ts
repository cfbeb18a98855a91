import { defineSite } from '../site.ts';

// Time trackers' code, read in November 2026; not checked on the live product. Nothing is known of its present composer, which
// is found as on any page; these are the former one's.
export default defineSite({
  id: 'helpscout',
  name: 'Help Scout',
  matches: ['https://secure.helpscout.net/*', 'https://app.helpscout.com/*'],
  isOptional: true,
  composer: '.redactor_redactor.redactor_editor',
  send: '#sendBtn',
});

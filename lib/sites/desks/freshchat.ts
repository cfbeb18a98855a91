import { defineSite } from '../site.ts';

// A public extension's list of addresses, read in November 2026; not checked on the live product. Nothing is known of its composer.
export default defineSite({
  id: 'freshchat',
  name: 'Freshchat',
  matches: ['https://*.myfreshworks.com/*'],
  isOptional: true,
  paths: ['/crm/messaging'],
});

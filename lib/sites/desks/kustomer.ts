import { defineSite } from '../site.ts';

// A public userscript, read in November 2026; not checked on the live product. It writes in Draft.js, found as on any page.
export default defineSite({
  id: 'kustomer',
  name: 'Kustomer',
  matches: ['https://*.kustomerapp.com/*'],
  isOptional: true,
});

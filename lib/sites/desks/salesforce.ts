import { defineSite } from '../site.ts';

// A public extension's code and its history, read in November 2026; not checked on the live product. It writes in Quill, and mails
// in a frame of CKEditor 4: both are found as on any page.
export default defineSite({
  id: 'salesforce',
  name: 'Salesforce',
  matches: ['https://*.lightning.force.com/*', 'https://*.my.salesforce.com/*'],
  isOptional: true,
});

import { defineSite } from '../site.ts';

// A public extension, read in November 2026; not checked on the live product. It writes in Draft.js, found as on any page.
export default defineSite({
  id: 'gorgias',
  name: 'Gorgias',
  matches: ['https://*.gorgias.com/*'],
  isOptional: true,
  paths: ['/app/'],
});

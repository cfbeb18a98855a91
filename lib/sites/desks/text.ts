import { defineSite } from '../site.ts';

// LiveChat under its newer name. Public extensions, read in November 2026; not checked on the live product. Its composer is found as
// on any page.
export default defineSite({
  id: 'text',
  name: 'Text',
  matches: ['https://www.text.com/*'],
  isOptional: true,
  paths: ['/app/'],
});

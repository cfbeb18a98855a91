import { defineSite } from '../site.ts';

// A public script, read in November 2026; not checked on the live product. Nothing is known of its composer.
export default defineSite({
  id: 'tidio',
  name: 'Tidio',
  matches: ['https://www.tidio.com/*'],
  isOptional: true,
  paths: ['/panel/'],
});

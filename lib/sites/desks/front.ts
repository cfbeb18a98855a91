import { defineSite } from '../site.ts';

// A time tracker's code, read in November 2026; not checked on the live product. Nothing is known of its composer.
export default defineSite({
  id: 'front',
  name: 'Front',
  matches: ['https://app.frontapp.com/*'],
  isOptional: true,
});

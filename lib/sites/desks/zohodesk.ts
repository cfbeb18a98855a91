import { defineSite } from '../site.ts';

// A time tracker's code, read in November 2026; not checked on the live product. Nothing is known of its composer.
export default defineSite({
  id: 'zohodesk',
  name: 'Zoho Desk',
  matches: ['https://desk.zoho.com/*', 'https://desk.zoho.eu/*', 'https://desk.zoho.in/*'],
  isOptional: true,
});

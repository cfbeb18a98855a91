import { defineSite } from '../site.ts';

// Public extensions, read in November 2026; not checked on the live product.
export default defineSite({
  id: 'hubspot',
  name: 'HubSpot',
  matches: ['https://app.hubspot.com/*', 'https://app-eu1.hubspot.com/*'],
  isOptional: true,
  paths: ['/help-desk/', '/live-messages/'],
  composer: '[data-test-id="rte-content"][contenteditable="true"]',
  // A reply has `#email` or `#live-chat`.
  internalHashes: ['#comment'],
  customer: {
    name: '[data-selenium-test="contact-chicklet-title-link"]',
  },
});

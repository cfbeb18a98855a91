import { defineSite } from '../site.ts';

// Public extensions, read in November 2026; not checked on the live product. Its composer is found as on any page.
export default defineSite({
  id: 'livechat',
  name: 'LiveChat',
  matches: ['https://my.livechatinc.com/*'],
  isOptional: true,
});

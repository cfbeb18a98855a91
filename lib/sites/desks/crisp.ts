import { defineSite } from '../site.ts';

// Public extensions, read in November 2026; not checked on the live product. What tells a note is not known.
export default defineSite({
  id: 'crisp',
  name: 'Crisp',
  matches: ['https://app.crisp.chat/*'],
  isOptional: true,
  paths: ['/website/'],
  composer: '.c-conversation-box-field__field-composer-field',
});

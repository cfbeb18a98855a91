import { defineSite } from '../site.ts';

// Public extensions, read in November 2026; not checked on the live product.
export default defineSite({
  id: 'crisp',
  name: 'Crisp',
  matches: ['https://app.crisp.chat/*'],
  isOptional: true,
  paths: ['/website/'],
  composer: '.c-conversation-box-field__field-composer-field',
  pane: '.c-conversation-box',
  // Of the note's tab nothing is known but that another one than the reply's is chosen.
  reader: {
    selector: '.c-base-tabs__item--reply',
    internal: ':not(.c-base-tabs__item--active):has(~ .c-base-tabs__item--active)',
  },
});

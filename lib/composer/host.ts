import { i18n } from '#i18n';

/** What our words are written in, whatever the page is. Asked for while there is an extension to answer. */
export function readLanguage() {
  return { lang: i18n.t('language'), dir: i18n.t('direction') };
}

/** An element of our own on the page: an open shadow root with our styles, deaf to what the page's scripts dispatch. */
export function createHost(
  document: Document,
  name: `cando-${string}`,
  styles: readonly string[],
  { lang, dir } = readLanguage(),
) {
  const host = document.createElement(name);
  host.lang = lang;
  host.dir = dir;
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = styles.map((style) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    return sheet;
  });
  // A page may click our buttons by script: only a person's events reach them.
  for (const type of ['click', 'keydown', 'keyup', 'pointerdown', 'mousedown'] as const) {
    root.addEventListener(
      type,
      (event) => {
        if (event.isTrusted) return;
        event.stopImmediatePropagation();
        event.preventDefault();
      },
      true,
    );
  }
  // Pressing a button must not take the caret, nor look to the page like a click beside its own pop-ups.
  root.addEventListener('mousedown', (event) => event.preventDefault());
  for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click', 'dblclick', 'contextmenu'] as const) {
    host.addEventListener(type, (event) => event.stopPropagation());
  }
  return { host, root };
}

const BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 ' +
    'HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL'
  ).split(' '),
);

/** Whether an element starts lines of its own, by its name. */
export const isBlock = (element: Element): boolean => BLOCKS.has(element.tagName);

/** Whether line feeds in the source are line breaks, which they are only where the style says so. */
export const isPreformatted = (root: Element): boolean => /pre|break-spaces/.test(getComputedStyle(root).whiteSpace);

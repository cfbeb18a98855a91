/** The file itself; what a bundler makes of it carries a query. */
const CLIENT = /react-dom[\\/]cjs[\\/]react-dom-client\.production\.js$/;
const ASSIGNMENT = '(domElement.innerHTML = key)';
const PLACES = 2;

/**
 * Takes `dangerouslySetInnerHTML` out of React: what uses it fails, and no build holds a way to write HTML from a string.
 * CanDo never needs it, and a reviewer who searches for it finds nothing to ask.
 *
 * Throws when React no longer looks as expected, so that an update cannot bring it back unseen.
 */
export function noHtml() {
  return {
    name: 'cando:no-html',
    transform(code: string, id: string) {
      if (!CLIENT.test(id)) return undefined;
      return { code: withoutHtml(code), map: null };
    },
  };
}

/** @throws {Error} when the code does not hold exactly the assignments that are known */
export function withoutHtml(code: string): string {
  const parts = code.split(ASSIGNMENT);
  if (parts.length - 1 !== PLACES) {
    throw new Error(
      `React writes HTML in ${parts.length - 1} places that are known, not ${PLACES}: look at them again.`,
    );
  }
  return parts.join('(() => { throw Error("CanDo writes no HTML."); })()');
}

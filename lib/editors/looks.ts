import { isBlock } from './blocks.ts';

/** Inline elements whose meaning lies in the element itself. */
const MEANING = /^(?:A|CODE|U|S|DEL|INS|MARK|SUB|SUP|ABBR|Q|CITE)$/;

const STYLES = ['fontWeight', 'fontStyle', 'fontSize', 'fontFamily', 'verticalAlign'] as const;
const COLOURS = ['color', 'backgroundColor'] as const;

/** Tells how words in an element look beside plain ones of its paragraph: empty for plain. Asks the browser once an element. */
export function createLooks(root: Element): (home: Element) => string {
  const known = new Map<Element, string>();
  return (home) => {
    const look = known.get(home) ?? readLook(home, root);
    known.set(home, look);
    return look;
  };
}

function readLook(home: Element, root: Element): string {
  const looks = new Set<string>();
  let isTinted = false;
  let at = home;
  for (; at !== root && !isBlock(at) && at.parentElement; at = at.parentElement) {
    const line = getComputedStyle(at).textDecorationLine;
    if (/^(?:A|CODE)$/.test(at.tagName)) isTinted = true;
    if (MEANING.test(at.tagName)) looks.add(`${at.tagName} ${at.getAttribute('href') ?? ''}`);
    // A link, or code, is underlined and coloured as the mouse and the caret go.
    else if (line && line !== 'none') looks.add(line);
  }
  if (at === home) return '';
  const own = getComputedStyle(home);
  const plain = getComputedStyle(at);
  for (const name of isTinted ? STYLES : [...STYLES, ...COLOURS]) {
    if (own[name] !== plain[name]) looks.add(`${name} ${own[name]}`);
  }
  return [...looks].sort().join();
}

/** Where the link around an element leads, within the editor. */
export function findLink(home: Element, root: Element): string | undefined {
  const link = home.closest('a[href]');
  return link && link !== root && root.contains(link) ? (link.getAttribute('href') ?? undefined) : undefined;
}

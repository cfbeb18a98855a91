import type { Context, Reader } from '../engine/types.ts';
import type { Site } from './site.ts';

/** Longer messages are cut: a rule looks for a wish or a promise, not for an archive. */
const MESSAGE_LIMIT = 20_000;

/** The element that states who reads what is written in `editor`. */
export function findReaderElement(site: Site, editor: Element): Element | undefined {
  return site.reader && findNearest(site, editor, site.reader.selector).at(0);
}

/** Who reads the draft; unknown counts as public. */
export function readReader(site: Site, element: Element | undefined): Reader {
  if (site.internalHashes?.includes(location.hash)) return 'internal';
  return site.reader && element?.matches(site.reader.internal) ? 'internal' : 'public';
}

/** The customer's last message and name, as far as the page shows them. Read once a focus: it walks the page. */
export function readCustomer(site: Site, editor: Element): Pick<Context, 'customer' | 'customerName'> {
  if (!site.customer) return {};
  const { message, name, nameAttribute, without = [] } = site.customer;
  const found = (message ? findNearest(site, editor, message) : [])
    .filter((element) => !editor.contains(element) && isShown(element))
    .at(-1);
  const label = name ? findNearest(site, editor, name).at(-1) : undefined;
  const customerName = (nameAttribute ? label?.getAttribute(nameAttribute) : label?.textContent)?.trim();
  return {
    ...(found && { customer: getWords(found, without).slice(0, MESSAGE_LIMIT) }),
    ...(customerName && { customerName }),
  };
}

/** Matches in the closest element around `editor` that holds any: other tickets stay mounted, further away or in other panes. */
function findNearest({ pane }: Site, editor: Element, selector: string): Element[] {
  // One query for the page, then a climb that asks only what it found.
  const all = [...findPane(editor, pane).querySelectorAll(selector)];
  for (let around = editor.parentElement; around && all.length > 0; around = around.parentElement) {
    const found = all.filter((element) => around?.contains(element));
    if (found.length > 0) return found;
  }
  return [];
}

function findPane(editor: Element, selector: string | undefined): ParentNode {
  let pane: ParentNode = editor.ownerDocument;
  for (let at = editor.parentElement; at && selector; at = at.parentElement) if (at.matches(selector)) pane = at;
  return pane;
}

function isShown(element: Element): boolean {
  return element.checkVisibility?.() ?? true;
}

function getWords(element: Element, without: readonly string[]): string {
  const copy = element.cloneNode(true) as Element;
  if (without.length > 0) for (const part of copy.querySelectorAll(without.join())) part.remove();
  for (const block of copy.querySelectorAll('br, p, div, li')) block.append('\n');
  return (copy.textContent ?? '').replace(/[^\S\n]+/g, ' ').trim();
}

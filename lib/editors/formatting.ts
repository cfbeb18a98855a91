/** Inline elements whose meaning lies in the element itself. */
const MEANING = /^(?:A|U|S|DEL|INS|MARK|SUB|SUP|ABBR|Q|CITE)$/;

const STYLES = [
  'fontWeight',
  'fontStyle',
  'color',
  'backgroundColor',
  'fontSize',
  'fontFamily',
  'verticalAlign',
] as const;

/**
 * Whether plain words in the place of a range would cost a link or formatting: words that look alike are replaced by words that
 * look the same, of others one look spreads over all. A link keeps only what is replaced in its midst.
 */
export function wouldLoseFormatting(range: Range, root: Element): boolean {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const texts = listTexts(range);
  const [first] = texts;
  if (!first) return false;
  const isInMidst = startContainer === endContainer && startOffset > 0 && endOffset < first.length;
  if (!isInMidst && texts.some(({ parentElement }) => isInLink(parentElement, root))) return true;
  const look = getLook(first, root);
  return texts.some((text) => text !== first && getLook(text, root) !== look);
}

/** The text nodes that have words in the range; spaces look the same in every dress. */
function listTexts({ commonAncestorContainer, startContainer, startOffset, endContainer, endOffset }: Range): Text[] {
  if (isText(commonAncestorContainer)) return [commonAncestorContainer];
  const document = commonAncestorContainer.ownerDocument as Document;
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  const walker = document.createTreeWalker(commonAncestorContainer, 4 /* text */);
  const texts: Text[] = [];
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (!range.intersectsNode(node)) continue;
    const from = node === startContainer ? startOffset : 0;
    const to = node === endContainer ? endOffset : node.length;
    if (/[^\s\u00A0\u200B\u2060\uFEFF]/.test(node.data.slice(from, to))) texts.push(node);
  }
  return texts;
}

function isInLink(element: Element | null, root: Element): boolean {
  const link = element?.closest('a');
  return link !== null && link !== undefined && root.contains(link) && link !== root;
}

function getLook({ parentElement }: Text, root: Element): string {
  if (!parentElement) return '';
  const style = getComputedStyle(parentElement);
  const looks: string[] = STYLES.map((name) => style[name]);
  for (let at: Element | null = parentElement; at && at !== root; at = at.parentElement) {
    const own = getComputedStyle(at);
    if (own.display !== 'inline') break;
    if (MEANING.test(at.tagName)) looks.push(at.tagName);
    if (own.textDecorationLine && own.textDecorationLine !== 'none') looks.push(own.textDecorationLine);
  }
  return looks.join('|');
}

const isText = (node: Node): node is Text => node.nodeType === 3;

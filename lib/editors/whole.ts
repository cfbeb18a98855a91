import { isBlock, isPreformatted } from './blocks.ts';
import { createLooks } from './looks.ts';
import { normalise, OBJECT } from './words.ts';

/** A text and how each of its UTF-16 units looks. */
export interface Dressed {
  text: string;
  looks: string[];
}

/**
 * Everything that stands in an editor, quoted history and code too, to compare before and after a replacement: a line a line
 * on the screen. With a range, also where it starts and ends in the text.
 */
export function readWhole(root: Element, range?: Range): Dressed & { start: number; end: number } {
  const getLook = createLooks(root);
  const isPre = isPreformatted(root);
  const looks: string[] = [];
  let text = '';
  let isOpen = false;
  let start = -1;
  let end = -1;
  const add = (words: string, look = '') => {
    for (let index = 0; index < words.length; index++) looks.push(look);
    text += words;
    isOpen = !words.endsWith('\n');
  };
  const visit = (node: Node) => {
    const isStart = node === range?.startContainer;
    const isEnd = node === range?.endContainer;
    if (node.nodeType === 3) {
      const { data, parentElement } = node as Text;
      if (isStart) start = text.length + range.startOffset;
      if (isEnd) end = text.length + range.endOffset;
      // Blanks between paragraphs are the source's.
      const isShown = data !== '' && (isOpen || isPre || /[^ \t\r\n]/.test(data));
      if (isShown) add(isPre ? data : data.replace(/\n/g, ' '), parentElement ? getLook(parentElement) : '');
      return;
    }
    const isBreaking = node.nodeType === 1 && isBlock(node as Element);
    if (isBreaking && isOpen) add('\n');
    if (node.nodeName === 'BR') add('\n');
    if (node.nodeName === 'IMG' && (node as Element).hasAttribute('src')) add(OBJECT);
    let index = 0;
    for (let child = node.firstChild; ; child = child.nextSibling) {
      if (isStart && range.startOffset === index) start = text.length;
      if (isEnd && range.endOffset === index) end = text.length;
      if (!child) break;
      visit(child);
      index++;
    }
    if (isBreaking && isOpen) add('\n');
  };
  visit(root);
  return { text, looks, start, end };
}

/** A text with its looks as one string, to compare: blanks look the same in every dress. */
export function print({ text, looks }: Dressed): string {
  let printed = '';
  let from = 0;
  let last = '';
  for (const [index, look] of looks.entries()) {
    if (look === last || /[\s\u200B\u2060]/.test(text[index] ?? '')) continue;
    printed += `${text.slice(from, index)}\u0001${look}\u0002`;
    from = index;
    last = look;
  }
  return normalise(printed + text.slice(from));
}

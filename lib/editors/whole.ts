const BREAKS = /^(?:address|article|blockquote|br|d[dlt]|div|figure|h[1-6]|hr|li|ol|p|pre|section|table|t[dhr]|ul)$/i;

/**
 * Everything that stands in an editor, quoted history and code too, to compare before and after a replacement.
 * With a range, also where it starts and ends in the text.
 */
export function readWhole(root: Node, range?: Range): { text: string; start: number; end: number } {
  let text = '';
  let start = -1;
  let end = -1;
  const visit = (node: Node) => {
    const isRangeStart = node === range?.startContainer;
    const isRangeEnd = node === range?.endContainer;
    if (node.nodeType === 3) {
      if (isRangeStart) start = text.length + range.startOffset;
      if (isRangeEnd) end = text.length + range.endOffset;
      text += (node as Text).data;
      return;
    }
    const breaks = BREAKS.test(node.nodeName);
    if (breaks) text += '\n';
    let index = 0;
    for (let child = node.firstChild; ; child = child.nextSibling) {
      if (isRangeStart && range.startOffset === index) start = text.length;
      if (isRangeEnd && range.endOffset === index) end = text.length;
      if (!child) break;
      visit(child);
      index++;
    }
    if (breaks) text += '\n';
  };
  visit(root);
  return { text, start, end };
}

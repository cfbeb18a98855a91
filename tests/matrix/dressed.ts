import { parseHTML } from 'linkedom';

/** Words and their dress: `bold`, and where a link leads. */
export type Dressed = [text: string, ...dress: string[]];

/** The words of HTML with their formatting, whichever elements an editor writes for it. Spaces are all alike. */
export function readDressed(html: string): Dressed[] {
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  const runs: Dressed[] = [];
  const visit = (node: Node, dress: string[]) => {
    if (node.nodeType === 3) {
      const text = (node as Text).data.replace(/[\u00a0\s]/g, ' ');
      const last = runs.at(-1);
      if (last && last.slice(1).join() === dress.join()) last[0] += text;
      else runs.push([text, ...dress]);
      return;
    }
    const { localName } = node as Element;
    const isBold = /^(?:b|strong)$/.test(localName) && !dress.includes('bold');
    const own = isBold ? ['bold'] : localName === 'a' ? [(node as Element).getAttribute('href') ?? ''] : [];
    node.childNodes.forEach((child) => {
      visit(child, [...dress, ...own].sort());
    });
  };
  visit(document.body, []);
  // Some write a line break behind each paragraph.
  const last = runs.at(-1);
  if (last) last[0] = last[0].trimEnd();
  return runs.filter(([text]) => text !== '');
}

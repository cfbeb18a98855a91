import type { Span } from '../engine/types.ts';
import type { Block, Mark, Marks } from './editor.ts';

export type Severity = Mark['severity'];

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Drawn differently in line and thickness: colour alone tells nothing to some. `light-dark()` follows the page's scheme. */
const STYLE = `
  ::highlight(cando-error) { text-decoration: underline wavy 2px #d1495b; }
  ::highlight(cando-warning) { text-decoration: underline dashed 2.5px #c77d0a; }
  ::highlight(cando-info) { text-decoration: underline dotted 2px #2a8ca8; }
  @supports (color: light-dark(red, red)) {
    ::highlight(cando-error) { text-decoration-color: light-dark(#c9374c, #ff8a94); }
    ::highlight(cando-warning) { text-decoration-color: light-dark(#b87003, #f2b45a); }
    ::highlight(cando-info) { text-decoration-color: light-dark(#1f7f9a, #6cc7e0); }
  }`;

const styled = new WeakSet<Document | ShadowRoot>();
const registered = new Map<Severity, Highlight>();

/** One highlight a severity and page, shared by all composers; taken up again when the page has cleared them. */
function getHighlight(severity: Severity): Highlight {
  const highlight = registered.get(severity) ?? new Highlight();
  registered.set(severity, highlight);
  const name = `cando-${severity}`;
  if (CSS.highlights.get(name) !== highlight) {
    // Where two overlap, the graver one is drawn.
    highlight.priority = SEVERITIES.length - SEVERITIES.indexOf(severity);
    CSS.highlights.set(name, highlight);
  }
  return highlight;
}

function addStyle(root: Document | ShadowRoot): void {
  if (styled.has(root)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  styled.add(root);
}

/** Marks by the CSS Custom Highlight API: nothing is written into the editor. */
export function createHighlights(
  getRange: (block: Block, span: Span) => Range | undefined,
  root: Document | ShadowRoot,
  signal: AbortSignal,
): Marks {
  const painted = new Map<number, { range: Range; severity: Severity }[]>();

  const erase = (id: number) => {
    for (const { range, severity } of painted.get(id) ?? []) registered.get(severity)?.delete(range);
    painted.delete(id);
  };
  const eraseAll = () => {
    for (const id of [...painted.keys()]) erase(id);
  };
  signal.addEventListener('abort', eraseAll, { once: true });

  const paint = (block: Block, marks: readonly Mark[]) => {
    erase(block.id);
    if (marks.length === 0) return;
    addStyle(root);
    const ranges = marks.flatMap(({ span, severity }) => {
      const range = getRange(block, span);
      return range ? [{ range, severity }] : [];
    });
    for (const { range, severity } of ranges) getHighlight(severity).add(range);
    painted.set(block.id, ranges);
  };

  return {
    draw(blocks, changed) {
      if (painted.size > 0) {
        const ids = new Set(blocks.map((block) => block.id));
        for (const id of [...painted.keys()]) if (!ids.has(id)) erase(id);
        // A page may clear the registry, which it shares with us.
        for (const severity of registered.keys()) getHighlight(severity);
      }
      for (const [block, marks] of changed) paint(block, marks);
    },
    // Ranges move with the text.
    hold() {},
  };
}

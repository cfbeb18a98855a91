import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Block, Mark } from '../../lib/editors/editor.ts';

const mark = (start: number, end: number): Mark => ({ span: { start, end }, severity: 'warning' });

/** What the browser has and the test's document has not. */
class FakeHighlight extends Set<Range> {
  priority = 0;
  override add = vi.fn((range: Range) => super.add(range));
}
let tell: (element: Element, isIntersecting: boolean) => void;

async function create() {
  document.body.innerHTML = '<p>we cannot do it</p>';
  const text = document.body.firstElementChild?.firstChild as Text;
  const { createHighlights } = await import('../../lib/editors/highlights.ts');
  const getPlace = (_: Block, { start, end }: Mark['span']) =>
    ({ startContainer: text, startOffset: start, endContainer: text, endOffset: end }) as const;
  const marks = createHighlights(getPlace, document, new AbortController().signal);
  const getShown = () => [...((CSS.highlights.get('cando-warning') ?? []) as Iterable<Range>)].map(String);
  return { marks, text, getShown };
}

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal('Highlight', FakeHighlight);
  vi.stubGlobal('CSS', { highlights: new Map() });
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(callback: (entries: { target: Element; isIntersecting: boolean }[]) => void) {
        tell = (target, isIntersecting) => callback([{ target, isIntersecting }]);
      }
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

describe('Marks in the page', () => {
  it('are drawn at once, and not touched again while they are where they should be', async () => {
    const { marks, getShown } = await create();
    const block = { id: 1, text: 'we cannot do it' };
    marks.draw([block], new Map([[block, [mark(3, 9)]]]));
    expect(getShown()).toEqual(['cannot']);
    marks.draw([block], new Map([[block, [mark(3, 9)]]]));
    expect((CSS.highlights.get('cando-warning') as unknown as FakeHighlight).add).toHaveBeenCalledTimes(1);
  });

  it('are drawn as dots in a highlight of their own', async () => {
    const { marks } = await create();
    const block = { id: 1, text: 'we cannot do it' };
    marks.draw([block], new Map([[block, [{ span: { start: 3, end: 4 }, severity: 'dot' }]]]));
    expect([...((CSS.highlights.get('cando-dot') ?? []) as Iterable<Range>)].map(String)).toEqual(['c']);
  });

  it('move when their words do, and go with them', async () => {
    const { marks, getShown } = await create();
    const block = { id: 1, text: 'we cannot do it' };
    marks.draw([block], new Map([[block, [mark(3, 9)]]]));
    marks.draw([block], new Map([[block, [mark(3, 12)]]]));
    expect(getShown()).toEqual(['cannot do']);
    marks.draw([block], new Map([[block, []]]));
    expect(getShown()).toEqual([]);
  });

  it('rest while their words are off the screen, and are there again when these come back', async () => {
    const { marks, text, getShown } = await create();
    const block = { id: 1, text: 'we cannot do it' };
    marks.draw([block], new Map([[block, [mark(3, 9)]]]));
    tell(text.parentElement as Element, false);
    expect(getShown()).toEqual([]);
    marks.draw([block], new Map([[block, [mark(3, 12)]]]));
    expect(getShown()).toEqual([]);
    tell(text.parentElement as Element, true);
    expect(getShown()).toEqual(['cannot do']);
  });

  it('stand under their words again when these were away for a moment, though nothing reads otherwise', async () => {
    const { marks, text, getShown } = await create();
    const block = { id: 1, text: 'we cannot do it' };
    marks.draw([block], new Map([[block, [mark(3, 9)]]]));
    const bold = document.createElement('b');
    text.replaceWith(bold);
    bold.append(text);
    const [range] = CSS.highlights.get('cando-warning') as unknown as Set<Range>;
    range?.collapse();
    marks.draw([block], new Map());
    expect(getShown()).toEqual(['cannot']);
  });

  it('are not drawn anew where their words have changed and were not checked yet', async () => {
    const { marks, text, getShown } = await create();
    const block = { id: 1, text: 'we cannot do it' };
    marks.draw([block], new Map([[block, [mark(3, 9)]]]));
    text.insertData(0, 'Hello, ');
    // As the browser does by itself.
    const [range] = CSS.highlights.get('cando-warning') as unknown as Set<Range>;
    range?.setEnd(text, 16);
    range?.setStart(text, 10);
    marks.draw([{ id: 1, text: 'Hello, we cannot do it' }], new Map());
    expect(getShown()).toEqual(['cannot']);
  });
});

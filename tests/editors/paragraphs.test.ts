import { beforeEach, describe, expect, it } from 'vitest';
import { createParagraphs, getRange } from '../../lib/editors/paragraphs.ts';

let root: HTMLElement;

beforeEach(() => {
  root = document.createElement('div');
  root.contentEditable = 'true';
  document.body.replaceChildren(root);
});

/** What an editor's page holds, given as its own markup. */
function fill(markup: string): void {
  root.innerHTML = markup;
}

const texts = (paragraphs: { read(): readonly { text: string }[] }) => paragraphs.read().map((block) => block.text);

describe('Reading an editor', () => {
  it('reads paragraphs, lines parted by breaks, and list items', () => {
    fill('<p>One.</p><p>Two<br>three</p><ul><li>four</li><li><b>fi</b>ve</li></ul>');
    expect(texts(createParagraphs(root))).toEqual(['One.', 'Two', 'three', 'four', 'five']);
  });

  it('reads a mail: the first line bare, the others in elements of their own', () => {
    fill('Hi Tom,<div>Thanks.</div><div><br></div><div>Sam</div>');
    expect(texts(createParagraphs(root))).toEqual(['Hi Tom,', 'Thanks.', 'Sam']);
  });

  it('leaves out quoted history, signatures and code', () => {
    fill(
      '<p>Mine.</p><blockquote><p>Theirs.</p></blockquote><pre>code</pre><div class="gmail_signature">Sam</div><p>Mine too.</p>',
    );
    expect(texts(createParagraphs(root, ['.gmail_signature']))).toEqual(['Mine.', 'Mine too.']);
  });

  it('puts one place-holding character for a mention, and blots out macro placeholders', () => {
    fill('<p>Hi <span contenteditable="false">@Tom Okafor</span>, see <code>npm</code> and {{ticket.id}}.</p>');
    expect(texts(createParagraphs(root))).toEqual([
      'Hi \uFFFC, see \uFFFC and \uFFFC\uFFFC\uFFFC\uFFFC\uFFFC\uFFFC\uFFFC\uFFFC\uFFFC\uFFFC\uFFFC\uFFFC\uFFFC.',
    ]);
  });

  it('takes no-break spaces and line feeds of the source for spaces, and drops the fillers of editors', () => {
    fill('<p>We\u00A0can\n help\u200B you</p>');
    expect(texts(createParagraphs(root))).toEqual(['We can  help you']);
  });

  it('maps a span to the page and back, across formatting, mentions and fillers', () => {
    fill('<p>We <b>can</b>\u200Bnot <i contenteditable="false">@x</i> help</p>');
    const paragraphs = createParagraphs(root);
    const [block] = paragraphs.read();
    if (!block) throw new Error('no block');
    for (const [start, end] of [
      [3, 6],
      [0, 9],
      [6, 15],
      [10, 11],
      [11, 16],
    ] as const) {
      const range = getRange(block, { start, end });
      if (!range) throw new Error('no range');
      expect(range.toString().replace('\u200B', '').replace('@x', '\uFFFC')).toBe(block.text.slice(start, end));
    }
    const range = getRange(block, { start: 4, end: 5 });
    expect(range && paragraphs.locate(range.startContainer, range.startOffset)).toEqual({ block, offset: 4 });
  });

  it('finds the caret between nodes at the text beside it', () => {
    fill('<p>One</p><p>Two</p>');
    const paragraphs = createParagraphs(root);
    const second = paragraphs.read()[1];
    expect(paragraphs.locate(root.children[1] as Element, 1)).toEqual({ block: second, offset: 3 });
  });

  it.each([
    ['in code', '<p>One</p><p>Two <code>A1</code> three</p><p>Four</p>', 'code', 1, 'Two \uFFFC'],
    [
      'after a link',
      `<p>One</p><p>See <a href="#">it</a><u>${'\u2060'.repeat(7)}</u></p><p>Four</p>`,
      'u',
      1,
      'See it',
    ],
    ['in an empty paragraph', '<p>One</p><p>Two</p><p class="empty"><br></p><p>Four</p>', '.empty', 0, 'Two'],
    ['in an empty line', '<p>One</p><div>Two<br><br>Four</div>', 'div', 2, 'Two'],
  ])('finds the words before a caret %s', (_, html, selector, offset, words) => {
    fill(html);
    const paragraphs = createParagraphs(root);
    paragraphs.read();
    const element = root.querySelector(selector) as Element;
    const node = selector === 'u' || selector === 'code' ? (element.firstChild as Text) : element;
    expect(paragraphs.locate(node, offset)).toBeUndefined();
    const near = paragraphs.findNear({ node, offset });
    expect(near?.block.text.slice(0, near.offset)).toBe(words);
  });

  it('puts a caret after code behind it', () => {
    fill('<p>Two <code>A1</code></p>');
    const [block] = createParagraphs(root).read();
    const range = block && getRange(block, { start: 5, end: 5 });
    expect(range?.startContainer.nodeName).toBe('P');
    expect(range?.startOffset).toBe(2);
  });
});

describe('Reading again after a key', () => {
  it('keeps every paragraph that did not change', () => {
    fill('<p>One.</p><p>Two.</p><p>Three.</p>');
    const paragraphs = createParagraphs(root);
    const before = paragraphs.read();
    (root.children[1]?.firstChild as Text).data = 'Two and a half.';
    const after = paragraphs.read();
    expect(after[0]).toBe(before[0]);
    expect(after[2]).toBe(before[2]);
    expect(after[1]).toMatchObject({ id: before[1]?.id, text: 'Two and a half.' });
  });

  it('returns the same list when nothing changed', () => {
    fill('<p>One.</p>');
    const paragraphs = createParagraphs(root);
    expect(paragraphs.read()).toBe(paragraphs.read());
  });

  it('keeps the other lines of a paragraph that breaks part', () => {
    fill('<div>One<br>Two<br>Three</div>');
    const paragraphs = createParagraphs(root);
    const before = paragraphs.read();
    (root.firstElementChild?.childNodes[2] as Text).data = 'Two!';
    const after = paragraphs.read();
    expect(after[0]).toBe(before[0]);
    expect(after[2]).toBe(before[2]);
    expect(after[1]?.id).toBe(before[1]?.id);
  });

  it('gives the halves of a split paragraph ids of their own', () => {
    fill('<div>One two</div>');
    const paragraphs = createParagraphs(root);
    paragraphs.read();
    const line = root.firstElementChild as HTMLElement;
    (line.firstChild as Text).data = 'One';
    line.append(document.createElement('br'), 'two');
    const ids = paragraphs.read().map((block) => block.id);
    expect(new Set(ids).size).toBe(2);
  });

  it('sees a paragraph that came, one that went, and one that changed while it was away', () => {
    fill('<p>One.</p><p>Two.</p>');
    const paragraphs = createParagraphs(root);
    paragraphs.read();
    const [first, second] = [...root.children] as [HTMLElement, HTMLElement];
    second.remove();
    expect(texts(paragraphs)).toEqual(['One.']);
    (second.firstChild as Text).data = 'Changed.';
    first.before(second, document.createElement('p'));
    expect(texts(paragraphs)).toEqual(['Changed.', 'One.']);
  });

  it('draws a new block when the editor has replaced the text node, though the words are the same', () => {
    fill('<p>One.</p>');
    const paragraphs = createParagraphs(root);
    const [before] = paragraphs.read();
    root.firstElementChild?.replaceChildren('One.');
    const [after] = paragraphs.read();
    expect(after).not.toBe(before);
    expect(after?.id).toBe(before?.id);
    expect(before && getRange(before, { start: 0, end: 3 })).toBeUndefined();
  });

  it('reads the same, change by change, as one who comes to it fresh', () => {
    fill(
      '<p>One.</p><ul><li>Two <b>and</b> more.</li><li>Three.</li></ul><blockquote><p>Old.</p></blockquote><p>Four.<br>Five.</p>',
    );
    const paragraphs = createParagraphs(root);
    paragraphs.read();
    const walk = () => {
      const all: Text[] = [];
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) all.push(walker.currentNode as Text);
      return all;
    };
    const changes: ((texts: Text[]) => void)[] = [
      ([one]) => one?.appendData(' typed'),
      (texts) => texts.at(-1)?.appendData(' typed'),
      (texts) => texts[2]?.appendData('x') ?? undefined,
      (texts) => texts[2]?.remove(),
      ([one]) => one?.replaceData(0, one.length, '   '),
      ([one]) => one?.appendData('back'),
      (texts) => {
        texts[1]?.appendData('y');
        texts.at(-1)?.parentElement?.querySelector('br')?.remove();
      },
      (texts) => texts[1]?.parentElement?.closest('li')?.remove(),
      () => root.querySelector('blockquote p')?.append(' more'),
    ];
    for (const change of changes) {
      change(walk());
      expect(paragraphs.read().map(({ text }) => text)).toEqual(
        createParagraphs(root)
          .read()
          .map(({ text }) => text),
      );
    }
  });
});

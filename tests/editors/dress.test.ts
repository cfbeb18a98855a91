import { beforeEach, describe, expect, it } from 'vitest';
import { dress } from '../../lib/editors/dress.ts';
import { createParagraphs } from '../../lib/editors/paragraphs.ts';

let root: HTMLElement;

beforeEach(() => {
  root = document.createElement('div');
  document.body.replaceChildren(root);
});

/** The markup that `after` would be written with in the place of `before`; the text alone where none is needed. */
function write(markup: string, before: string, after: string): string | undefined {
  root.innerHTML = markup;
  const [block] = createParagraphs(root).read();
  const start = block?.text.indexOf(before) ?? -1;
  if (!block || start < 0) throw new Error(`“${before}” is not there.`);
  const dressed = dress(block, { start, end: start + before.length }, after, root);
  return dressed && (dressed.html ?? dressed.text);
}

const LINK = '<a href="https://example.com/1">your order</a>';

describe('The looks of a rewrite', () => {
  it('needs no markup among plain words, nor where all look the same', () => {
    expect(write("<p>We can't refund you</p>", "can't refund", 'can refund')).toBe('can refund');
    expect(write("<p><u>We can't refund you</u></p>", "can't refund", 'can refund')).toBe('can refund');
  });

  it('keeps a link on words that stay', () => {
    expect(
      write(
        `<p>We can't refund ${LINK} until Monday</p>`,
        "can't refund your order until",
        'can refund your order from',
      ),
    ).toBe(`can refund ${LINK} from`);
  });

  it('gives new words the look of those that they replace', () => {
    expect(write("<p>We <u>can't</u> refund you</p>", "can't refund", 'can refund')).toBe('<u>can</u> refund');
    expect(
      write('<p>Wait <s>until</s> Monday, <u>please</u></p>', 'until Monday, please', 'as soon as Monday, please'),
    ).toBe('<s>as soon as</s> Monday, <u>please</u>');
  });

  it('gives words that replace none the look that both their neighbours have', () => {
    expect(write('<p><u>refund you</u> x <s>y</s></p>', 'refund you x y', 'refund to you now x y')).toBe(
      '<u>refund to you</u> now x <s>y</s>',
    );
  });

  it('lets a look go with its last word', () => {
    expect(write("<p>So <u>sadly</u> we can't</p>", "So sadly we can't", 'So we can')).toBe('So we can');
  });

  it('takes a plain word along, for some editors dress all like the first', () => {
    expect(write("<p>So, <u>sadly</u> we can't</p>", "sadly we can't", 'we can')).toBe('So, we can');
  });

  it('is refused where a link would be lost, and only there', () => {
    expect(write(`<p>Sadly ${LINK} is late</p>`, 'Sadly your order is late', 'It is late')).toBe(undefined);
    expect(write(`<p>See ${LINK} and ${LINK}</p>`, 'See your order and', 'See')).toBe('See');
    expect(write(`<p>Sadly ${LINK}</p>`, 'Sadly your', 'Your')).toBe('<a href="https://example.com/1">Your</a>');
    expect(write(`<p>See ${LINK}, late</p>`, 'See your', 'Your')).toBe('<a href="https://example.com/1">Your</a>');
  });

  it('nests what was nested, and leaves the editor’s own marks on elements behind', () => {
    const markup = '<p>We <a href="/1" id="x" data-y="z" onclick="w()">can\'t <u>refund</u></a> you</p>';
    expect(write(markup, "We can't refund", 'We can refund')).toBe('We <a href="/1">can <u>refund</u></a>');
  });

  it('writes signs as signs and keeps blanks at the edges', () => {
    const written = write('<p>a <u>b</u> c</p>', 'a b c', ' a <b>  b c ');
    expect(written?.replaceAll('\u00A0', '&nbsp;')).toBe('&nbsp;a &lt;<u>b</u>&gt;&nbsp; b c&nbsp;');
  });
});

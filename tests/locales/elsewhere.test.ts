import { describe, expect, it } from 'vitest';
import { listNodes, listStrings, type Node, readSources, type Source } from './sources.ts';

/** Names, addresses and keys, the same in every language. */
const SAME = /^(?:CanDo|help\.example\.com)$/;

/** Attributes, properties and fields that hold words which a person reads or hears. */
const SAID = new Set([
  ...['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'aria-placeholder'],
  ...['ariaLabel', 'ariaDescription', 'ariaRoleDescription', 'ariaValueText', 'ariaPlaceholder'],
  ...['title', 'placeholder', 'alt', 'label', 'hint', 'textContent', 'innerText', 'nodeValue'],
]);

/** Calls whose words reach a person. */
const SAYING = new Set(['say', 'alert', 'confirm', 'prompt', 'append', 'prepend', 'createTextNode', 'replaceChildren']);

const LETTERS = /\p{L}{2}/u;

describe('No word that a person reads stands outside locales/', () => {
  it('in the code of pages, card and chip', () => {
    // Packs are read when built; what `pages.ts` writes there is the English reference of the rules.
    const sources = readSources(['components', 'entrypoints', 'lib'], ['.ts', '.tsx']).filter(
      ({ file }) => file !== 'lib/packs/pages.ts',
    );
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.flatMap(findWords)).toEqual([]);
  });

  it('in a page before its script runs', () => {
    const pages = readSources(['entrypoints'], ['.html']);
    const offences = pages.flatMap(({ file, text }) => {
      const words = text.replace(/<!--[\s\S]*?-->/g, '').replace(/<[^>]*>/g, '\n');
      return words
        .split('\n')
        .filter(isWords)
        .map((line) => `${file}: ${line.trim()}`);
    });
    // Nobody sees this page: it is the one that works out of sight.
    expect(offences).toEqual(['entrypoints/grammar/index.html: CanDo grammar']);
  });

  it('in what styles write', () => {
    const offences = readSources(['components', 'lib', 'entrypoints'], ['.css']).flatMap(({ file, text }) =>
      [...text.matchAll(/content:\s*(["'])(.*?)\1/g)].filter(([, , words]) => isWords(words ?? '')).map(() => file),
    );
    expect(offences).toEqual([]);
  });

  it.each([
    ['a paragraph', 'const a = <p>Nothing to look at</p>'],
    ['a choice in a paragraph', "const a = <p>{isOn ? 'Switched on' : off}</p>"],
    ['the name of a button', '<button aria-label="Close" />'],
    ['a title that is put together', "<a title={'Rule ' + id} />"],
    ['a text that is set', "line.textContent = 'Refresh this page';"],
    ['an attribute that is set', "button.setAttribute('aria-label', 'Close');"],
    ['what a screen reader is told', "say('Applied.');"],
    ['the title of the toolbar button', "action.setTitle({ tabId, title: 'No phrases' });"],
  ])('is found in %s', (_, text) => {
    expect(findWords({ file: 'any.tsx', text })).toHaveLength(1);
  });
});

function findWords(source: Source): string[] {
  return listNodes(source)
    .flatMap(listSaid)
    .map((words) => words.replaceAll('*', '').trim())
    .filter(isWords)
    .map((words) => `${source.file}: ${words}`);
}

/** The words that a node by itself puts before a person. */
function listSaid(node: Node): string[] {
  switch (node.type) {
    case 'JSXText':
      return [node.value as string];
    case 'JSXElement':
    case 'JSXFragment':
      return (node.children as Node[]).filter(({ type }) => type === 'JSXExpressionContainer').flatMap(listStrings);
    case 'JSXAttribute':
      return SAID.has(getName(node.name)) ? listStrings(node.value) : [];
    case 'Property':
      return SAID.has(getName(node.key)) ? listStrings(node.value) : [];
    case 'AssignmentExpression':
      return SAID.has(getName((node.left as Node).property)) ? listStrings(node.right) : [];
    case 'CallExpression': {
      const callee = node.callee as Node;
      const name = getName(callee.property ?? callee);
      const [first, second] = node.arguments as Node[];
      if (name === 'setAttribute') return listStrings(first).some((one) => SAID.has(one)) ? listStrings(second) : [];
      return SAYING.has(name) ? (node.arguments as Node[]).flatMap(listStrings) : [];
    }
    default:
      return [];
  }
}

/** Of an identifier, or of a key in quotes. */
function getName(value: unknown): string {
  const node = value as { name?: unknown; value?: unknown } | undefined;
  return String(node?.name ?? node?.value ?? '');
}

function isWords(text: string): boolean {
  return LETTERS.test(text) && !SAME.test(text.trim());
}

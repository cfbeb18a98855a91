import type { Page } from 'playwright-core';
import { type DrivenPage, waitFor } from './driven-page.ts';

export interface Mark {
  /** `error`, `warning`, `info`, or `dot` under the first letter alone. */
  severity: string;
  /** The marked words. */
  text: string;
}

/** A reply box as a test drives it: real keys in, the editor's own model and the marks on the page out. */
export interface ReplyBox<Driven extends DrivenPage = Page> {
  page: Driven;
  locator: ReturnType<Driven['locator']>;
  /** Clicks into the first line. */
  focus(): Promise<void>;
  /** Waits until the box is coached: what is typed before is there already when it is first read. */
  coached(): Promise<void>;
  /** Types with real key events; a line break is an Enter. */
  type(text: string): Promise<void>;
  press(...keys: string[]): Promise<void>;
  /** Applies the nearest mark's first rewrite by key, and waits until CanDo says that it is done. */
  apply(): Promise<void>;
  /** What the editor itself holds: one line a paragraph. In a mail, only what stands above the signature. */
  readText(): Promise<string>;
  /** The same, as the page's own code sees the formatting. */
  readHtml(): Promise<string>;
  readMarks(): Promise<Mark[]>;
  /** The text that is selected, or `''` for a caret. */
  readSelection(): Promise<string>;
  /** Selects all of the reply and deletes it. The next one begins when the page has drawn the empty box, as for an agent. */
  clear(): Promise<void>;
}

const BOXES = {
  ticket: '[data-test-id="omnicomposer-rich-text-ckeditor"]',
  mail: '.Am.editable',
  text: 'textarea',
} as const;

export type BoxName = keyof typeof BOXES;

/** The reply box of that kind on the page, once the editor has started. */
export async function getReplyBox<Driven extends DrivenPage>(page: Driven, name: BoxName): Promise<ReplyBox<Driven>> {
  const locator = page.locator(BOXES[name]) as ReturnType<Driven['locator']>;
  await locator.waitFor();
  const readText = () => locator.evaluate(readers[name]);
  return {
    page,
    locator,
    focus: () => locator.click({ position: { x: 40, y: 22 } }),
    async coached() {
      const isCoached = () => page.evaluate(() => document.querySelector('cando-chip') !== null);
      if (!(await waitFor(isCoached, 10_000))) throw new Error('Nobody coaches this box.');
    },
    async type(text) {
      for (const [index, line] of text.split('\n').entries()) {
        if (index > 0) await page.keyboard.press('Enter');
        await page.keyboard.type(line);
      }
    },
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    async apply() {
      await page.evaluate(forgetSaidInPage);
      await page.keyboard.press('F9');
      await waitUntilApplied(page);
    },
    readText,
    readHtml: () => locator.evaluate((box) => window.demoEditor?.getData() ?? box.innerHTML),
    readMarks: () => page.evaluate(readMarksInPage),
    readSelection: () => locator.evaluate(readSelectionInPage),
    async clear() {
      if (name !== 'mail') await page.keyboard.press('ControlOrMeta+a');
      else {
        // Nobody selects without a key or the mouse: from then on CanDo leaves the caret of a rewrite alone.
        await page.keyboard.press('Shift');
        await locator.evaluate(selectOwnWords);
      }
      await page.keyboard.press('Delete');
      await page.evaluate(waitUntilDrawnInPage);
    },
  };
}

/** CanDo says when a rewrite is in: only then is the caret where typing goes on. */
export async function waitUntilApplied(page: DrivenPage): Promise<void> {
  let said: string[] = [];
  const isApplied = async () => {
    said = await page.evaluate(readSaidInPage);
    return said.some((words) => /^(Applied|Nothing left)/.test(words));
  };
  if (!(await waitFor(isApplied, 10_000))) throw new Error(`No rewrite was applied. CanDo said “${said}”.`);
}

// These run in the page: each must hold all that it needs.

const readers: Record<BoxName, (box: Element) => string> = {
  ticket() {
    const editor = window.demoEditor;
    if (!editor) throw new Error('The ticket has no editor.');
    const root = editor.model.document.getRoot();
    return [...(root?.getChildren() ?? [])]
      .map((block) =>
        block.is('element')
          ? [...editor.model.createRangeIn(block).getItems()]
              .map((item) => ('data' in item ? item.data : '\n'))
              .join('')
          : '',
      )
      .join('\n');
  },
  mail(box) {
    const lines: string[] = [];
    let open = false;
    const add = (text: string) => {
      if (!open) lines.push('');
      open = true;
      lines[lines.length - 1] += text.replaceAll('\u00a0', ' ');
    };
    const visit = (node: Node) => {
      if (node instanceof Text) return add(node.data);
      const isBreak = node.nodeName === 'BR';
      const isBlock = node.nodeName === 'DIV';
      if (isBreak) add('');
      if (isBlock) open = false;
      node.childNodes.forEach(visit);
      if (isBreak || isBlock) open = false;
    };
    const nodes = [...box.childNodes];
    const signature = nodes.findIndex((node) => node instanceof Element && node.matches('.gmail_signature_prefix'));
    // The line break before the signature stands apart from the reply.
    nodes.slice(0, signature - 1).forEach(visit);
    return lines.join('\n');
  },
  text: (box) => (box as HTMLTextAreaElement).value,
};

/** In the page, or in the frame that one writes in. */
export function readMarksInPage(): Mark[] {
  const highlights = [...CSS.highlights].flatMap(([name, ranges]) =>
    name.startsWith('cando-')
      ? [...ranges].map((range) => ({ severity: name.slice('cando-'.length), text: range.toString(), range }))
      : [],
  );
  const mirrored = [...document.querySelectorAll('cando-mirror')].flatMap((mirror) =>
    [...(mirror.shadowRoot?.querySelectorAll('mark') ?? [])].map((mark) => ({
      severity: /error|warning|info|dot/.exec(`${mark.className} ${mark.dataset.severity}`)?.[0] ?? '',
      text: mark.textContent ?? '',
    })),
  );
  return [
    ...highlights
      .sort((a, b) => (a.range as Range).compareBoundaryPoints(Range.START_TO_START, b.range as Range))
      .map(({ severity, text }) => ({ severity, text })),
    ...mirrored,
  ];
}

function readSaidInPage(): string[] {
  return [...document.querySelectorAll('cando-chip')].map(
    (chip) => chip.shadowRoot?.querySelector('[role="status"]')?.textContent?.trim() ?? '',
  );
}

/** So that what is said next is told from what was said before, be it the same words. */
function forgetSaidInPage(): void {
  for (const chip of document.querySelectorAll('cando-chip')) {
    const status = chip.shadowRoot?.querySelector('[role="status"]');
    if (status) status.textContent = '';
  }
}

function waitUntilDrawnInPage(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

function readSelectionInPage(box: Element): string {
  if (box instanceof HTMLTextAreaElement) return box.value.slice(box.selectionStart, box.selectionEnd);
  return getSelection()?.toString() ?? '';
}

function selectOwnWords(box: Element): void {
  const end = box.querySelector('.gmail_signature_prefix')?.previousSibling?.previousSibling;
  if (end) getSelection()?.setBaseAndExtent(box, 0, end, end.childNodes.length);
}

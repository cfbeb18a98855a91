import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ask } from '../../lib/messages.ts';
import { getWords } from '../words.ts';
import { createCoachedBox, createFinding } from './coached-box.ts';

vi.mock('../../lib/messages.ts', async (load) => ({ ...(await load<object>()), ask: vi.fn() }));

/** Milliseconds after which a draft that rests is checked and marked, by grammar too. */
const REST = 1_000;
const CLOCKS = [
  ...(['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] as const),
  ...(['performance', 'requestAnimationFrame', 'cancelAnimationFrame'] as const),
];

let box: ReturnType<typeof createCoachedBox>;
beforeEach(() => {
  vi.useFakeTimers({ toFake: CLOCKS });
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation(getWords as never);
  box = createCoachedBox(ask);
});
afterEach(() => {
  box.end();
  vi.useRealTimers();
});

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

describe('A rewrite on the card', () => {
  const showCard = async () => {
    box.loadCard();
    box.type("I can't go ");
    box.press('F8');
    await pass(REST);
    expect(box.getRewrite()).toBe('can go');
  };

  it('goes in as it was shown', async () => {
    await showCard();
    box.clickRewrite('can go');
    await pass(REST);
    expect(box.area.value).toBe('I can go ');
  });

  it('goes in as it was shown, though the sentence has grown', async () => {
    await showCard();
    box.type('home.');
    box.clickRewrite('can go');
    await pass(REST);
    expect(box.area.value).toBe('I can go home.');
  });

  it('gives no other its place when the sentence has changed: the card says so, and shows what is right now', async () => {
    await showCard();
    box.type('home?');
    box.clickRewrite('can go');
    await pass(REST);
    expect(box.area.value).toBe("I can't go home?");
    expect(box.getNotice()).toBe('moved');
    expect(box.getRewrite()).toBe('could go');
  });
});

describe('A key that comes sooner than the check', () => {
  it('rewrites what was typed in the same instant', async () => {
    box.type("I can't go.");
    box.press('F9');
    await pass(REST);
    expect(box.area.value).toBe('I can go.');
  });

  it('opens the card though the sentence may go on, when there is nothing else to show', async () => {
    box.loadCard();
    box.type("I can't go");
    box.press('F8');
    await pass(0);
    expect(box.getShown()).toBe("can't go");
  });

  it('keeps to what is marked while another sentence is still being written', async () => {
    box.type("I can't go.");
    await pass(REST);
    box.type(" You can't stay");
    box.press('F9');
    await pass(REST);
    expect(box.area.value).toBe("I can go. You can't stay");
  });

  it('is served when grammar has been heard, and asks it at once', async () => {
    const draft = 'That is our policy.';
    box.loadCard();
    box.type(draft);
    box.press('F8', 'F9');
    await pass(0);
    expect(box.getShown()).toBeUndefined();
    box.questions[0]?.answer([[createFinding(draft, 'our policy', 'pack/grammar')]]);
    await pass(0);
    expect(box.getShown()).toBe('our policy');
  });

  it('waits no longer than half a second for a grammar that does not answer', async () => {
    box.type("That is our policy. I can't go.");
    box.press('F9');
    await pass(400);
    expect(box.area.value).toContain("can't");
    await pass(400);
    expect(box.area.value).toBe('That is our policy. I can go.');
  });
});

describe('A key that comes while a rewrite is still being watched', () => {
  /** The rewrite stands in the draft; that it stays there is not certain yet. */
  async function place(text: string): Promise<void> {
    for (let passed = 0; passed < REST && box.area.value !== text; passed++) await pass(1);
    expect(box.area.value).toBe(text);
  }

  it('rewrites the next phrase', async () => {
    box.type("I can't go. You can't stay.");
    box.press('F9');
    await place("I can't go. You can stay.");
    box.press('F9');
    await pass(REST);
    expect(box.area.value).toBe('I can go. You can stay.');
  });

  it('rewrites another phrase of the same words, wherever the first one leaves it', async () => {
    box.type("I can't go. You can't go.");
    box.area.setSelectionRange(3, 3);
    box.press('F9');
    await place("I can go. You can't go.");
    box.press('F8', 'F9');
    await pass(REST);
    expect(box.area.value).toBe('I can go. You can go.');
  });

  it('rewrites the next draft in the same box, however late the machine is with the last one', async () => {
    box.type("I can't go.");
    box.press('F9');
    await place('I can go.');
    box.area.select();
    box.type("You can't stay.");
    box.press('F8', 'F9');
    await pass(REST);
    expect(box.area.value).toBe('You can stay.');
  });

  it('opens a card that stays', async () => {
    box.type("I can't go. You can't stay.");
    box.loadCard();
    box.press('F9');
    await place("I can't go. You can stay.");
    box.press('F8');
    await pass(REST);
    expect(box.getShown()).toBe("can't go");
  });

  it('is a slip when it is for the phrase that is on its way already', async () => {
    box.type("I can't go. You can't stay.");
    box.press('F9', 'F9');
    await pass(REST);
    expect(box.area.value).toBe("I can't go. You can stay.");
  });
});

describe('A key that comes while our own undo is under way', () => {
  it('does not land on the words that it has brought back selected', async () => {
    box.type("I can't go. Good day.");
    box.press('F9');
    await pass(REST);
    expect(box.area.value).toBe('I can go. Good day.');
    box.press('Ctrl+Shift+F9');
    await pass(0);
    expect(box.area.value).toBe("I can't go. Good day.");
    box.press('!');
    box.type('!');
    await pass(REST);
    expect(box.area.value).toBe("I can't go. Good day.!");
  });
});

describe('An open card, when the draft is checked anew', () => {
  it('goes on with what the same words count for, once grammar is heard', async () => {
    const draft = "I can't go, by our policy. You can't stay.";
    box.loadCard();
    box.type(draft);
    box.press('F8', 'F8');
    await pass(REST);
    expect(box.getShown()).toBe("can't go");
    box.questions[0]?.answer([[createFinding(draft, "I can't go, by our policy", 'pack/grammar')]]);
    await pass(REST);
    expect(box.getShown()).toBe("I can't go, by our policy");
  });

  it('comes though its script was still loading', async () => {
    box.type("I can't go.");
    box.press('F8');
    await pass(0);
    box.refresh();
    await pass(REST);
    box.loadCard();
    await pass(0);
    expect(box.getShown()).toBe("can't go");
  });
});

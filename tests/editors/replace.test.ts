import { describe, expect, it, vi } from 'vitest';
import type { Method } from '../../lib/editors/methods.ts';
import { replaceExactly } from '../../lib/editors/replace.ts';

const set = (state: { text: string }, text: string) => () => {
  state.text = text;
};

/** An editor of one word, and the ways it may take a replacement. */
function create(
  methods: (state: { text: string }) => Method[],
  undo = (state: { text: string }) => set(state, 'old')(),
  onRight?: () => void,
  onLost?: () => void,
) {
  const state = { text: 'old' };
  const element = document.createElement('div');
  element.tabIndex = 0;
  document.body.replaceChildren(element);
  return {
    state,
    element,
    run: () =>
      replaceExactly({
        element,
        text: 'new',
        expected: 'new',
        methods: methods(state),
        read: () => state.text,
        select: () => ({ element }),
        undo: async () => undo(state),
        onRight,
        onLost,
      }),
  };
}

describe('Replacing words', () => {
  it('is content when the text reads exactly as expected', async () => {
    const { run } = create((state) => [set(state, 'new')]);
    expect(await run()).toBe('applied');
  });

  it('tries the next method when the editor took no notice', async () => {
    const ignored = vi.fn();
    const { run } = create((state) => [ignored, set(state, 'new')]);
    expect(await run()).toBe('applied');
    expect(ignored).toHaveBeenCalledOnce();
  });

  it('takes a wrong change back and tries nothing more', async () => {
    const second = vi.fn();
    const { run, state } = create((now) => [set(now, 'oldnew'), second]);
    expect(await run()).toBe('failed');
    expect(state.text).toBe('old');
    expect(second).not.toHaveBeenCalled();
  });

  it('says so when a wrong change could not be taken back', async () => {
    const { run } = create(
      (state) => [set(state, 'ruined')],
      () => undefined,
    );
    expect(await run()).toBe('failed and left wrong');
  });

  it('keeps its hands off a text that changed while it waited', async () => {
    const method = vi.fn();
    const { run, state } = create(() => [method]);
    setTimeout(() => {
      state.text = 'older';
    }, 5);
    expect(await run()).toBe('changed meanwhile');
    expect(method).not.toHaveBeenCalled();
  });

  it('does not put it in again when the agent takes it back at once', async () => {
    const second = vi.fn();
    const { run, state } = create((now) => [
      () => {
        now.text = 'new';
        setTimeout(() => {
          document.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true }));
          now.text = 'old';
        }, 5);
      },
      second,
    ]);
    expect(await run()).toBe('taken back');
    expect(state.text).toBe('old');
    expect(second).not.toHaveBeenCalled();
  });

  it('tries the next method when the editor draws its old words again', async () => {
    const { run } = create((now) => [
      () => {
        now.text = 'new';
        setTimeout(set(now, 'old'), 5);
      },
      set(now, 'new'),
    ]);
    expect(await run()).toBe('applied');
  });

  it('does not undo what the agent typed after a right replacement', async () => {
    const { run, state } = create((now) => [
      () => {
        now.text = 'new';
        setTimeout(() => {
          document.dispatchEvent(new KeyboardEvent('keydown', { key: 'd' }));
          now.text = 'new and more';
        }, 5);
      },
    ]);
    expect(await run()).toBe('applied');
    expect(state.text).toBe('new and more');
  });

  it('takes it back where the editor itself makes something else of it', async () => {
    const { run, state } = create((now) => [
      () => {
        now.text = 'new';
        setTimeout(set(now, 'New...'), 5);
      },
    ]);
    expect(await run()).toBe('failed');
    expect(state.text).toBe('old');
  });

  it('tells of old words that are drawn again later, unless the agent has them back', async () => {
    const onLost = vi.fn();
    const write = (state: { text: string }) => [set(state, 'new')];
    const lost = create(write, undefined, undefined, onLost);
    expect(await lost.run()).toBe('applied');
    set(lost.state, 'old')();
    await expect.poll(() => onLost.mock.calls.length).toBe(1);
    const back = create(write, undefined, undefined, onLost);
    expect(await back.run()).toBe('applied');
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true }));
    set(back.state, 'old')();
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(onLost).toHaveBeenCalledOnce();
  });

  it('goes on at once where nobody took any notice, or where a way does not work at all', async () => {
    const focus = vi.fn();
    const broken = () => {
      throw new Error('no such thing here');
    };
    const { run, element } = create((now) => [() => false, broken, set(now, 'new')]);
    element.addEventListener('focus', focus);
    element.tabIndex = 0;
    document.body.append(element);
    expect(await run()).toBe('applied');
    expect(focus).toHaveBeenCalledOnce();
  });

  it('waits for an editor that reads what is pasted first', async () => {
    const second = vi.fn();
    const { run, state } = create((now) => [() => void setTimeout(set(now, 'new'), 150), second]);
    expect(await run()).toBe('applied');
    expect(state.text).toBe('new');
    expect(second).not.toHaveBeenCalled();
  });

  it('places the caret again once the editor has settled, but not after a key of the agent', async () => {
    const onRight = vi.fn();
    await create((now) => [set(now, 'new')], undefined, onRight).run();
    expect(onRight).toHaveBeenCalledTimes(2);
    onRight.mockClear();
    const press = () => setTimeout(() => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab' })), 5);
    await create(
      (now) => [
        () => {
          now.text = 'new';
          press();
        },
      ],
      undefined,
      onRight,
    ).run();
    expect(onRight).toHaveBeenCalledTimes(1);
  });

  it('takes back no key of the agent with a wrong change', async () => {
    const undo = vi.fn();
    const { run } = create(
      (now) => [
        () => {
          now.text = 'wrong';
          setTimeout(() => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' })), 5);
        },
      ],
      undo,
    );
    expect(await run()).toBe('failed and left wrong');
    expect(undo).not.toHaveBeenCalled();
  });

  it('is not begun when the focus has gone to another field, or the editor off the page', async () => {
    for (const leave of [() => document.body.replaceChildren(), () => (document.activeElement as HTMLElement).blur()]) {
      const write = vi.fn();
      const { run } = create(() => [write]);
      const ended = run();
      leave();
      expect(await ended).toBe('changed meanwhile');
      expect(write).not.toHaveBeenCalled();
    }
  });
});

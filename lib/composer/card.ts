import { autoUpdate, computePosition, flip, offset, type Placement, shift } from '@floating-ui/dom';
import type { Editor } from '../editors/editor.ts';
import { findLayer } from '../editors/layer.ts';
import type { PageFlag } from './check.ts';
import { createHost } from './host.ts';
import type { CardActions, CardView, Look, MountedCard } from './view.ts';

/** Other writing tools sit in the composer's lower right corner. */
const CORNER = { width: 140, height: 56 };
const GAP = 8;

export interface Card {
  readonly host: HTMLElement;
  /** The flag that the card speaks of; undefined while it is closed. */
  readonly flag: PageFlag | undefined;
  show(flag: PageFlag, view: CardView): void;
  /** Follows the flag to where it is now. */
  move(flag: PageFlag): void;
  close(): void;
  focus(): void;
  hasFocus(): boolean;
  /** Takes the focus from the last button to the first and back. False where it moves on by itself. */
  wrap(isBackward: boolean): boolean;
}

/** The card: where it hangs and what it takes. What it shows is the business of `mountCard`. */
export function createCard(editor: Editor, look: Look, actions: CardActions, signal: AbortSignal): Card {
  const { host, root } = createHost(editor.element.ownerDocument, 'cando-card', [look.tokens, look.card]);
  // Above everything, without taking the focus; where the browser cannot, as high as the editor itself.
  const isPopover = 'popover' in host;
  if (isPopover) host.setAttribute('popover', 'manual');
  let mounted: MountedCard | undefined;
  let isLoading = false;
  let latest: CardView | undefined;
  let wantsFocus = false;
  let flag: PageFlag | undefined;
  let stop: (() => void) | undefined;

  const reference = {
    contextElement: editor.element,
    getBoundingClientRect: () =>
      (flag && editor.rects(flag.block, flag.span)[0]) ?? editor.element.getBoundingClientRect(),
  };

  const place = async () => {
    if (!flag) return;
    let best = await compute('bottom-start');
    if (isInCorner(best)) {
      const above = await compute('top-start');
      if (above.placement.startsWith('top') && above.y >= 0) best = above;
    }
    host.style.transform = `translate(${Math.round(best.x)}px, ${Math.round(best.y)}px)`;
  };
  const compute = (placement: Placement) =>
    computePosition(reference, host, {
      strategy: 'fixed',
      placement,
      // In a low window it had rather cover the words than be cut off; with words that are scrolled away it goes.
      middleware: [offset(GAP), flip({ padding: GAP }), shift({ padding: GAP, crossAxis: isInSight() })],
    });
  const isInSight = () => {
    const { top, bottom } = reference.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };
  const isInCorner = ({ x, y }: { x: number; y: number }) => {
    const { right, bottom } = editor.element.getBoundingClientRect();
    const isLeftOf = x + host.offsetWidth < right - CORNER.width;
    return !isLeftOf && y < bottom && y + host.offsetHeight > bottom - CORNER.height;
  };

  function load(): void {
    isLoading = true;
    look
      .loadCard()
      .then(
        (mountCard) => {
          mounted = mountCard(root, actions);
          // Whatever it is to show by now.
          draw(true);
        },
        // The extension was replaced meanwhile: nothing to show.
        () => close(),
      )
      .finally(() => {
        isLoading = false;
      });
  }

  function draw(isNew: boolean): void {
    if (!mounted || !latest || !flag) return;
    host.dataset.theme = look.theme ?? 'system';
    if (!host.isConnected) {
      const { parent, zIndex } = findLayer(editor.element);
      host.style.zIndex = zIndex;
      parent.append(host);
      if (isPopover) host.showPopover();
    }
    mounted.show(latest);
    if (isNew || !stop) {
      stop?.();
      stop = autoUpdate(reference, host, place);
    }
    if (wantsFocus) focus();
  }

  /** On the first button that works; until the rewrites are there, on the card itself, so that its keys are not the page's. */
  function focus(): void {
    const button = root.querySelector<HTMLElement>('button:enabled');
    wantsFocus = !button;
    (button ?? root.querySelector<HTMLElement>('.card'))?.focus({ preventScroll: true });
  }

  function close(): void {
    if (!flag) return;
    flag = undefined;
    stop?.();
    stop = undefined;
    if (isPopover && host.isConnected) host.hidePopover();
    host.remove();
  }
  signal.addEventListener(
    'abort',
    () => {
      close();
      mounted?.unmount();
    },
    { once: true },
  );

  return {
    host,
    get flag() {
      return flag;
    },
    show(next, view) {
      const isNew = flag?.key !== next.key;
      if (isNew) wantsFocus = false;
      flag = next;
      latest = view;
      if (mounted) draw(isNew);
      else if (!isLoading) load();
    },
    move(next) {
      flag = next;
      place();
    },
    close,
    focus() {
      wantsFocus = true;
      focus();
    },
    wrap(isBackward) {
      const buttons = [...root.querySelectorAll<HTMLElement>('button')];
      const [from, to] = isBackward ? [buttons.at(0), buttons.at(-1)] : [buttons.at(-1), buttons.at(0)];
      if (root.activeElement !== from) return false;
      to?.focus({ preventScroll: true });
      return true;
    },
    hasFocus: () => flag !== undefined && host.matches(':focus-within, :focus'),
  };
}

import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { CardActions, CardView, MountedCard } from '../lib/composer/view.ts';
import { Card } from './Card.tsx';

/** Puts the card into a shadow root. Drawn at once, so that it can be placed in the same frame. */
export function mountCard(container: Element | DocumentFragment, actions: CardActions): MountedCard {
  const root = createRoot(container);
  return {
    show: (view: CardView) => flushSync(() => root.render(<Card view={view} actions={actions} />)),
    unmount: () => root.unmount(),
  };
}

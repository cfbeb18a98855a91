import { type ReactNode, useState } from 'react';
import { Icon } from '../Icon.tsx';

interface PackFoldProps {
  name: string;
  /** What stands beside the name: how many rules, or which version. */
  state: string;
  /** Whether a search shows what is in it. */
  isOpenAnyway: boolean;
  /** Below the name, folded or not. */
  about?: ReactNode;
  children: ReactNode;
}

/** A pack that folds: closed, it costs a page no more than its name. */
export function PackFold({ name, state, isOpenAnyway, about, children }: PackFoldProps) {
  const [isOpened, setOpened] = useState(false);
  const isOpen = isOpened || isOpenAnyway;
  return (
    <li className="pack panel">
      <div className="head">
        <h3>
          <button type="button" aria-expanded={isOpen} disabled={isOpenAnyway} onClick={() => setOpened(!isOpened)}>
            <Icon name="down" />
            <span lang="en">{name}</span>
          </button>
        </h3>
        <span className="state small">{state}</span>
      </div>
      {about}
      {isOpen && <ul className="rows">{children}</ul>}
    </li>
  );
}

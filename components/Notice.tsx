import './notice.css';
import type { ReactNode } from 'react';

export interface NoticeProps {
  /** `trouble` is said at once, the others when there is time. */
  kind?: 'note' | 'good' | 'trouble';
  children: ReactNode;
  /** What it is about in detail, below the sentence. */
  more?: ReactNode;
  /** The way on: buttons or links. */
  actions?: ReactNode;
}

/** One sentence about what has happened, and a way on. */
export function Notice({ kind = 'note', children, more, actions }: NoticeProps) {
  return (
    <div className={`notice ${kind}`} role={kind === 'trouble' ? 'alert' : 'status'}>
      <p>{children}</p>
      {more}
      {actions && <div>{actions}</div>}
    </div>
  );
}

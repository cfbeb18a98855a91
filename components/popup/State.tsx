import type { ReactNode } from 'react';
import { Icon, type IconName } from '../Icon.tsx';

export interface StateProps {
  icon?: IconName;
  title: string;
  children?: ReactNode;
}

/** How things stand, in a few words, and a way on. */
export function State({ icon, title, children }: StateProps) {
  return (
    <section className="state">
      <h2 tabIndex={-1}>
        {icon && <Icon name={icon} />}
        {title}
      </h2>
      {children}
    </section>
  );
}

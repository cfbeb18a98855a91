import { i18n } from '#i18n';
import { type SectionName, sections } from './sections.ts';

/** The sections, beside the page or above it where there is little room. */
export function Nav({ current }: { current: SectionName }) {
  return (
    <nav aria-label={i18n.t('options.nav')}>
      <ul>
        {sections.map((name) => (
          <li key={name}>
            <a href={`#${name}`} {...(name === current && { 'aria-current': 'page' })}>
              {i18n.t(`options.sections.${name}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

import { i18n } from '#i18n';

/** Privacy in three sentences. */
export function Privacy() {
  return (
    <ul className="privacy">
      <li>{i18n.t('welcome.privacy.local')}</li>
      <li>{i18n.t('welcome.privacy.nobody')}</li>
      <li>{i18n.t('welcome.privacy.settings')}</li>
    </ul>
  );
}

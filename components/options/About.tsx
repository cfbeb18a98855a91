import { i18n } from '#i18n';

export interface AboutProps {
  version: string;
  /** CanDo's licence, and those of all that is in it. */
  licences: string;
  /** The page that greets after the installation. */
  welcome: string;
}

/** What this is, and what may be done with it. Nothing here leads out of the extension. */
export function About({ version, licences, welcome }: AboutProps) {
  return (
    <div className="about">
      <p>{i18n.t('options.about.version', [version])}</p>
      <p>{i18n.t('options.about.language')}</p>
      <h2>{i18n.t('options.about.guide')}</h2>
      <p>
        <a href={welcome}>{i18n.t('options.about.welcome')}</a>
      </p>
      <h2>{i18n.t('options.about.privacy')}</h2>
      <p>{i18n.t('options.about.stays')}</p>
      <p>{i18n.t('options.about.kept')}</p>
      <p>{i18n.t('options.about.asks')}</p>
      <h2>{i18n.t('options.about.licence')}</h2>
      <p>
        <a href={licences}>{i18n.t('options.about.licences')}</a>
      </p>
    </div>
  );
}

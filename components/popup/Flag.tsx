import { useState } from 'react';
import { i18n } from '#i18n';
import type { FlagReport } from '../../lib/draft-link.ts';
import type { Done, DraftStore } from '../../lib/stores/draft.ts';
import { joinWords } from '../language.ts';
import { Notice } from '../Notice.tsx';
import { Rewrites } from './Rewrites.tsx';

export interface FlagProps {
  flag: FlagReport;
  store: DraftStore;
  /** What went wrong with it just now. */
  end: Exclude<Done['end'], 'applied' | 'ignored'> | undefined;
}

/** A phrase of the draft: what to do about it, why, and what could stand there instead. The rules are in English. */
export function Flag({ flag, store, end }: FlagProps) {
  const [isCopied, setCopied] = useState(false);
  const { severity, category, also, phrase, message, why, isBlank } = flag;
  const lang = isBlank ? undefined : 'en';
  const copy = (text: string) => void navigator.clipboard.writeText(text).then(() => setCopied(true));
  return (
    <li className="flag" tabIndex={-1}>
      <p className="category">
        <i className={`severity ${severity}`} aria-hidden="true" />
        <span lang={lang}>{category}</span>
        {also.length > 0 && (
          <span>
            {i18n.t('card.also')} <span lang="en">{joinWords(also)}</span>
          </span>
        )}
        <span className="unseen">{i18n.t(`popup.severity.${severity}`)}</span>
      </p>
      <h3 lang="en" dir="auto">
        “{phrase}”
      </h3>
      <p lang={lang} dir="auto">
        {message}
      </p>
      {isBlank ? (
        <button type="button" className="button fill" onClick={() => fillIn(flag, store)}>
          {i18n.t('popup.fillIn')}
        </button>
      ) : (
        <Rewrites flag={flag} mustCopy={end !== undefined} onApply={store.apply} onCopy={copy} />
      )}
      {end && !isCopied && <Notice kind="trouble">{i18n.t(`card.${end}`)}</Notice>}
      {isCopied && <Notice kind="good">{i18n.t('card.copied')}</Notice>}
      <div className="more">
        <details>
          <summary>{i18n.t('card.why')}</summary>
          <p lang={lang} dir="auto">
            {why}
          </p>
        </details>
        {!isBlank && (
          <button type="button" className="button plain" onClick={() => store.ignore(flag)}>
            {i18n.t('card.ignore')}
          </button>
        )}
      </div>
    </li>
  );
}

/** The blank is selected in the reply box, which has the focus once the popup is gone. */
function fillIn(flag: FlagReport, store: DraftStore): void {
  store.show(flag);
  window.close();
}

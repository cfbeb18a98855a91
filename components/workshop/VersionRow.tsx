import { useState } from 'react';
import { i18n } from '#i18n';
import type { Version } from '../../lib/stores/workshop.ts';
import { writeDate } from '../language.ts';
import { TextDiff } from './TextDiff.tsx';

interface VersionRowProps {
  version: Version;
  /** The file of the version before it; '' for the first. */
  before: string;
  isCurrent: boolean;
  onRollBack(): void;
}

/** A published version: when, what it changed, and the way back to it. */
export function VersionRow({ version, before, isCurrent, onRollBack }: VersionRowProps) {
  const [isOpen, setOpen] = useState(false);
  const name = `${version.version}, ${writeDate(version.at)}`;
  return (
    <li className="version">
      <p className="row">
        <b>{version.version}</b>
        <span className="muted">{writeDate(version.at)}</span>
        {isCurrent && <span className="green">{i18n.t('workshop.versions.current')}</span>}
        <button type="button" className="button plain" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {i18n.t('workshop.versions.what')} <span className="unseen">{name}</span>
        </button>
        {!isCurrent && (
          <button type="button" className="button" onClick={onRollBack}>
            {i18n.t('workshop.versions.back')} <span className="unseen">{name}</span>
          </button>
        )}
      </p>
      {isOpen && <TextDiff before={before} after={version.text} />}
    </li>
  );
}

import { i18n } from '#i18n';
import type { PageFlag } from './check.ts';
import { createTimer } from './timer.ts';

/** Milliseconds of quiet before findings are announced: once, not at every key. */
const QUIET = 1_200;
/** Wordings that are read out; the rest is counted. */
const READ_OUT = 3;

/** Announces findings that are new, after a pause, each once. */
export function createAnnouncer(say: (words: string) => void, signal: AbortSignal) {
  let said = new Set<string>();
  let latest: readonly PageFlag[] = [];
  const timer = createTimer(QUIET, signal, () => announce(latest));

  function announce(flags: readonly PageFlag[]): void {
    const keys = new Set(flags.map((flag) => flag.key));
    const news = flags.filter((flag) => !said.has(flag.key));
    const isCleared = said.size > 0 && keys.size === 0;
    said = keys;
    if (isCleared) say(i18n.t('says.clear'));
    if (news.length === 0) return;
    const wordings = news
      .slice(0, READ_OUT)
      .map((flag) => flag.wording)
      .join('; ');
    say(i18n.t('says.flags', flags.length, [String(flags.length), wordings]));
  }

  return (flags: readonly PageFlag[]): void => {
    latest = flags;
    timer.start();
  };
}

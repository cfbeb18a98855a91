import type { PageFlag } from '../../../lib/composer/check.ts';
import { poll, type Session, settle } from './session.ts';
import type { CommandName } from './steps.ts';

/** How CanDo ends what it was asked for; the words are those of `locales/en.yml`. */
const ENDS =
  /^(?:Applied|No rewrite|Blank to fill|Taken back|There is nothing|The text has|This editor|A link or|The text may)/;
/** The card was opened: where there is no rewrite, this is the last word. */
const SHOWN = /^\d+ of \d+: /;
/** Nothing of this may happen while nobody else writes. */
const FAILURE = /^(?:The text has|This editor|The text may)/;
/** Milliseconds after which nothing more is expected where nothing may come. */
const SILENCE = 400;

/** Milliseconds for a key that should do something. */
const PATIENCE = 8_000;

/** Presses CanDo's keys; the draft must read exactly as promised. Returns how many rewrites were applied. */
export const commands: Record<CommandName, (session: Session) => Promise<number>> = {
  async apply(session) {
    return (await apply(session)) ? 1 : 0;
  },

  async 'apply twice'(session) {
    const { text, said } = session.now;
    const once = listRewritten(session, text);
    const twice = new Set([text, ...once, ...once.flatMap((after) => listRewritten(session, after))]);
    await session.page.keyboard.press('F9');
    await session.page.keyboard.press('F9');
    const words = await hear(session, said.length, 2);
    const failure = words.find((one) => FAILURE.test(one));
    // The second key may have been for the same phrase.
    if (failure && !failure.startsWith('The text has')) throw new Error(failure);
    session.applied = undefined;
    await settle(session, twice);
    return words.filter((one) => one.startsWith('Applied')).length;
  },

  async 'undo an apply'(session) {
    const { text } = session.now;
    if (!(await apply(session))) return 0;
    await session.page.keyboard.press('ControlOrMeta+z');
    await settle(session, new Set([text]));
    return 1;
  },

  async 'take back'(session) {
    const { applied, rewritten, page, now } = session;
    const isLast = applied?.text === now.text;
    await page.keyboard.press('ControlOrMeta+Shift+F9');
    const words = await listen(session, now.said.length);
    const allowed = new Set<string>();
    if (isLast) allowed.add(applied.draft);
    else if (words.includes('Taken back.'))
      for (const { before, after } of rewritten)
        for (const one of replaceAny(now.text, after, before)) allowed.add(one);
    else allowed.add(now.text);
    if (!words.some((one) => one.startsWith('The text has'))) session.applied = undefined;
    await settle(session, allowed);
    return 0;
  },

  async show(session) {
    await session.page.keyboard.press('F8');
    await settle(session, new Set([session.now.text]));
    return 0;
  },

  async open(session) {
    const { text } = session.now;
    if (getOpen(session).length === 0) return 0;
    await session.page.keyboard.press('Shift+F9');
    const isIn = await poll(session, ({ isInCard }) => (isInCard ? undefined : 'Shift+F9 does not go into the card.'));
    if (isIn) throw new Error(isIn);
    await session.page.keyboard.press('Escape');
    const isBack = await poll(session, ({ isInCard }) => (isInCard ? 'Esc does not give the caret back.' : undefined));
    if (isBack) throw new Error(isBack);
    await settle(session, new Set([text]));
    return 0;
  },

  async ignore(session) {
    const { text, said } = session.now;
    // A rule that is ignored a third time steps down.
    if (session.ignored.size > 0 || getOpen(session).length === 0) return 0;
    await session.page.keyboard.press('F8');
    await listen(session, said.length, { ends: SHOWN });
    const phrase = readPhrase(session.now.said.findLast((one) => SHOWN.test(one)) ?? '');
    if (!phrase || phrase.startsWith('[')) return 0;
    const all = getOpen(session);
    const flags = all.filter(({ wording }) => wording === phrase);
    const about = all.filter((flag) => flags.some((one) => overlaps(one, flag)));
    for (const { wording } of about) session.ignored.add(wording.toLowerCase());
    if (flags.some(({ severity }) => severity === 'info')) session.passed++;
    await session.page.keyboard.press('ControlOrMeta+Shift+F8');
    await listen(session, said.length, { ends: /^Ignored/ });
    await settle(session, new Set([text]));
    return 0;
  },
};

async function apply(session: Session): Promise<boolean> {
  const { text, said } = session.now;
  await session.page.keyboard.press('F9');
  const words = await hear(session, said.length);
  const failure = words.find((one) => FAILURE.test(one));
  if (failure) throw new Error(failure);
  if (!words.some((one) => one.startsWith('Applied'))) {
    await settle(session, new Set([text]));
    return false;
  }
  const all = session.fresh.listRewritten(text, session.fresh.check(text).flags);
  await settle(session, new Set(all.map((one) => one.text)));
  const rewritten = all.find((one) => one.text === session.now.text);
  session.applied = rewritten && { ...rewritten, draft: text };
  session.rewritten.push(...all);
  return true;
}

/** Waits until CanDo has done what F9 asks for. */
async function hear(session: Session, from: number, most = 1): Promise<string[]> {
  const { fresh, now } = session;
  const canRewrite = (flag: PageFlag) => fresh.listRewritten(now.text, [flag]).length > 0;
  const flags = getOpen(session);
  const hasNone = !fresh.check(now.text).flags.every(canRewrite);
  const ends = hasNone ? new RegExp(`${ENDS.source}|${SHOWN.source}`) : ENDS;
  const words = await listen(session, from, { must: flags.length > 0, most, ends });
  const shown = words.find((one) => SHOWN.test(one));
  if (!shown) return words;
  // Shown first and rewritten then: so it is where the rewrite takes its time.
  const about = flags.filter(({ wording }) => wording === readPhrase(shown));
  return listen(session, from, { must: about.length > 0 && about.every(canRewrite), most });
}

/** The phrase that CanDo shows. */
function readPhrase(shown: string): string | undefined {
  return /: “(.*?)”\./.exec(shown)?.[1];
}

/**
 * Waits for the last of CanDo's words on what it was asked for, and a little where there may be none.
 * @param from how much it had said before
 */
async function listen(session: Session, from: number, { must = true, most = 1, ends = ENDS } = {}): Promise<string[]> {
  const list = () => session.now.said.slice(from).filter((one) => ends.test(one));
  const isShort = (least: number) => () => (list().length < least ? 'CanDo has not said it.' : undefined);
  if ((await poll(session, isShort(1), must ? PATIENCE : SILENCE)) && must)
    throw new Error(`CanDo says nothing but: ${session.now.said.slice(from).join(' | ')}`);
  if (most > 1) await poll(session, isShort(most), SILENCE);
  return list();
}

function getOpen({ fresh, now, ignored }: Session): PageFlag[] {
  return fresh.check(now.text).flags.filter(({ wording }) => !ignored.has(wording.toLowerCase()));
}

function listRewritten(session: Session, text: string): string[] {
  return session.fresh.listRewritten(text, session.fresh.check(text).flags).map((one) => one.text);
}

function replaceAny(text: string, from: string, to: string): string[] {
  const found: string[] = [];
  for (let at = text.indexOf(from); at >= 0 && from; at = text.indexOf(from, at + 1))
    found.push(text.slice(0, at) + to + text.slice(at + from.length));
  return found;
}

function overlaps(a: PageFlag, b: PageFlag): boolean {
  return a.block === b.block && a.span.start < b.span.end && b.span.start < a.span.end;
}

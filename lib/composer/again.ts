import type { PageFlag } from './check.ts';

/**
 * The same phrase in a draft that was changed elsewhere: flags are counted from the paragraph's start, so that one with others
 * before it is counted anew when they go.
 */
export function findAgain(flag: PageFlag, flags: readonly PageFlag[]): PageFlag | undefined {
  const alike = flags.filter(
    ({ block, ruleId, wording }) => block.id === flag.block.id && ruleId === flag.ruleId && wording === flag.wording,
  );
  return alike.find(({ key }) => key === flag.key) ?? alike[0];
}

/** The same phrase in an editor that has drawn its old words anew: all its paragraphs count as others then. */
export function findRedrawn({ block, ruleId, span }: PageFlag, flags: readonly PageFlag[]): PageFlag | undefined {
  return flags.find((one) => one.block.text === block.text && one.ruleId === ruleId && one.span.start === span.start);
}

/** What the same words are flagged for now: by a graver rule that covers this one, or by one that the grammar host has told of later. */
export function findInPlace({ key, block, span }: PageFlag, flags: readonly PageFlag[]): PageFlag | undefined {
  const graver = flags.find(({ covered }) => covered.some((one) => one.key === key));
  return graver ?? flags.find((one) => one.block === block && one.span.start < span.end && span.start < one.span.end);
}

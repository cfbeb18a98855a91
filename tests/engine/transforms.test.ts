import { describe, expect, it } from 'vitest';
import { createChecker } from '../../lib/engine/checker.ts';
import type { Flag } from '../../lib/engine/types.ts';
import { readMark } from '../../lib/packs/examples.ts';
import { readPacks } from '../../lib/packs/read.ts';

const packs = readPacks().filter((pack) => pack.id === 'cant-focus');
const checker = createChecker(packs);

/** The text with one rewrite of a flag put in. */
function apply(text: string, { span, text: rewrite }: Flag['rewrites'][number]): string {
  return text.slice(0, span.start) + rewrite + text.slice(span.end);
}

/** Every text that the pack offers for a draft, best first. */
function offer(text: string): string[] {
  return checker.check(text).flatMap((flag) => flag.rewrites.map((rewrite) => apply(text, rewrite)));
}

const SHAPES: Record<string, [draft: string, best: string][]> = {
  'not until becomes as soon as, or from': [
    ["We can't post the keys until the deposit arrives.", 'We can post the keys as soon as the deposit arrives.'],
    ["I'm unable to open the gate until Wednesday.", 'I can open the gate from Wednesday.'],
    ["You won't be able to vote until you pick a name.", "You'll be able to vote as soon as you pick a name."],
    [
      "The crew won't be able to start until the permit is here.",
      'The crew will be able to start as soon as the permit is here.',
    ],
    ["We can't fix the lock at all until you agree.", 'We can fix the lock as soon as you agree.'],
  ],
  'not without becomes with, or once': [
    ["You can't enter the hall without a badge.", 'With a badge, you can enter the hall.'],
    ["We can't move the piano without your floor plan.", 'With your floor plan, we can move the piano.'],
    ["You won't be able to ride without signing.", "Once you've signed, you'll be able to ride."],
  ],
  'not, but: the offer comes first, and the no stays': [
    [
      "I can't waive the late fee, but I can spread it over 3 months.",
      'Instead of waiving the late fee, I can spread it over 3 months.',
    ],
    [
      "We don't rent the tents singly, but we do offer a set of four.",
      'Instead of renting the tents singly, we offer a set of four.',
    ],
    [
      "We're unable to move the fitting to Monday, but Tuesday at 8 is free.",
      'Instead of moving the fitting to Monday, we can offer this: Tuesday at 8 is free.',
    ],
  ],
  'not available until becomes available from': [
    ["The green kayak isn't available until 2 June.", 'The green kayak is available from 2 June.'],
    ['That gasket is out of stock until Thursday.', 'That gasket is back in stock from Thursday.'],
    ["The sauna isn't open before 11 am.", 'The sauna is open from 11 am.'],
  ],
  'a limit that belongs to the act stays with it': [
    [
      "We can't guarantee that it lands before Friday.",
      'We can [what you can do] instead of guaranteeing that it lands before Friday.',
    ],
    [
      "We can't keep your bags until you come back.",
      'We can [what you can do] instead of keeping your bags until you come back.',
    ],
    ["I won't be at my desk until Friday.", "I'll be at my desk from Friday."],
    [
      "We can't post the mug because the blue one is sold out until 5 May.",
      'The blue one is sold out until 5 May, so instead of posting the mug, we can [what is possible].',
    ],
  ],
  'whom the sentence speaks to stays at its end': [
    ["We can't move it, Sam and Jo!", 'We can [what is possible] instead of moving it, Sam and Jo!'],
  ],
  'a reason for the no is none for what can be done': [
    ["We can't post it because it's ours.", "It's ours, so instead of posting it, we can [what is possible]."],
    [
      "We can't do that because of the storm.",
      'We can [what is possible] instead of doing that, because of the storm.',
    ],
  ],
  'who decides elsewhere is none of us': [
    ['Your new visa was refused on 2 May.', 'Your new visa was refused on 2 May, because [the reason].'],
  ],
  'what is theirs to send is no offer': [["We don't have your order number.", 'What would help is your order number.']],
  'what is refused is what is named': [
    ['We cannot and will not pay for the tow.', 'We can [what is possible] instead of paying for the tow.'],
    ['Your plan does not cover lost keys.', 'Instead of lost keys, your plan covers [what it covers].'],
  ],
  'the lead that announces bad news goes': [
    ['Unfortunately, your permit ran out on 5 April.', 'Your permit ran out on 5 April.'],
    ["I'm afraid the late tour is full on Sunday.", 'The late tour is full on Sunday.'],
    ['We regret to inform you that the form needs one more stamp.', 'The form needs one more stamp.'],
  ],
  'what we do not offer leads to what we do': [
    ["We don't offer home visits.", 'Instead of offering home visits, we can offer [what you can offer].'],
    ["We don't ship to Iceland.", 'Instead of shipping to Iceland, we can offer [what you can offer].'],
  ],
  'not unless becomes once': [
    ["We can't release it unless you agree.", 'We can release it once you agree.'],
    ["You can't skip the line unless you're a member.", "You can skip the line once you're a member."],
  ],
  'not before becomes from': [
    ["We can't collect before Thursday.", 'We can collect from Thursday.'],
    ["I can't write earlier than 5 pm.", 'I can write from 5 pm.'],
  ],
  'only goes where the limit says itself': [
    ['I can only offer a voucher.', 'What I can offer is a voucher.'],
    ['We only deliver on Saturdays.', 'We deliver on Saturdays, and at other times we can [what you can do].'],
    ['You only have 30 days to claim it.', 'You have 30 days to claim it.'],
  ],
};

describe.each(Object.entries(SHAPES))('%s', (_, pairs) => {
  it.each(pairs)('%s → %s', (draft, best) => {
    expect(offer(draft)[0]).toBe(best);
  });
});

describe('awkward refusals', () => {
  it.each([
    [
      "We can't lend anything until next month.",
      'Until next month, we can [what you can do] instead of lending anything.',
    ],
    ["We can't give you a locker until one comes free.", 'We can give you a locker as soon as one comes free.'],
    ['You cannot fetch the van until after 4 pm.', 'You can fetch the van from 4 pm.'],
    ["You can't go in without paying first.", "Once you've paid, you can go in."],
    ["We can't price the job without seeing the wall.", "Once we've seen the wall, we can price the job."],
    ["We can't write before we have the figures.", 'We can write as soon as we have the figures.'],
    ["Unfortunately I can't come.", 'I can [what is possible] instead of coming.'],
  ])('%s → %s', (draft, best) => {
    expect(offer(draft)[0]).toBe(best);
  });

  it.each([
    "We can't help smiling at the film until the next one starts.",
    'We only use local milk.',
    'You only get one first day.',
  ])('nothing is said of "%s"', (draft) => {
    expect(checker.check(draft)).toEqual([]);
  });

  it.each([
    ['a second no follows', "I can't sign this, but neither can my boss."],
    ['the limit is itself a no', "The lift isn't open until at least 9 am."],
    ['a contrast would be gone', "Although we can't paint until Monday, I've booked the crew."],
    ['a reason would turn', "I've cancelled it, because we can't paint until Monday."],
    ['a question word opens it', "What I can't do is wait until Monday."],
    ['only shuts the rest out', 'We only ship to Spain.'],
    ['nothing but the lead is there', "I'm afraid so."],
    ['any would become a promise to all', "You can't come without anyone."],
  ])('no rewrite where %s', (_, draft) => {
    expect(offer(draft)).toEqual([]);
  });

  it('takes "sorry" with a comma for a refusal, without one for sympathy', () => {
    expect(checker.check("Sorry, you can't swap it.")).toHaveLength(1);
    expect(checker.check("Sorry you can't get in.")).toEqual([]);
  });

  it.each(["We couldn't have won without you.", "I couldn't reach you before noon, so here's a note."])(
    'praise and past reports stay quiet: "%s"',
    (draft) => {
      expect(checker.check(draft)).toEqual([]);
    },
  );
});

const FACTS = /[£$€]?\d(?:[\d.,:]*\d)?|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?<=[a-z,] )[A-Z][a-z]+/g;
const PROMISE = /\b(?:i|we)(?:['’]ll| will)\b/i;

describe('what a rewrite may not lose', () => {
  const drafts = packs.flatMap((pack) =>
    [...pack.sources.values()].flatMap(({ rule }) =>
      Object.keys(rule.examples.wrong).map((wrong) => readMark(wrong).text),
    ),
  );

  it.each(drafts)('keeps numbers, days and names, and promises nothing: %s', (draft) => {
    for (const text of offer(draft)) {
      for (const fact of draft.match(FACTS) ?? []) expect(text).toContain(fact);
      expect(PROMISE.test(text) && !PROMISE.test(draft), text).toBe(false);
    }
  });

  it('keeps the no: what was refused is never simply granted', () => {
    const granted = [
      "We can't refund the fee.",
      "You can't use two codes on Friday.",
      "Orders can't be changed after 6 May.",
      "It's not possible to split the bill.",
      "We don't accept cheques.",
    ].flatMap((draft) => offer(draft).filter((text) => !/instead/i.test(text)));
    expect(granted).toEqual([]);
  });
});

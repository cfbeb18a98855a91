/**
 * The slots that a rewrite may use, and what fills them. A template whose slot stays empty is not offered.
 */
export const SLOTS = {
  subject: 'who does it, as written: "we", "your ticket"',
  can: 'the modal without its no: "can", "will be able to", "is"',
  do: 'what cannot be done, without its condition: "ship your order"',
  doing: 'the same as a gerund: "shipping your order"',
  'until-clause': 'the clause after until or before: "the payment clears"',
  'until-time': 'the time after until or before: "Monday"',
  'until-event': 'the event after until or before: "delivery"',
  'without-thing': 'the thing after without: "a receipt"',
  'without-done': 'the act after without, done: "you have registered"',
  'who-has': 'the subject with its "have": "you\'ve", "the team has"',
  'unless-clause': 'the clause after unless: "both owners sign"',
  undone: 'what cannot be done to the subject: "changing orders", of "orders cannot be changed"',
  none: 'what nobody gets: "a refund once ticketed", of "no refund is given once ticketed"',
  thing: 'what is not available, or what nobody is eligible for: "phone support"',
  does: 'what a plan does for other things: "covers"',
  limit: 'the limit in time as written: "until the payment clears", "before Tuesday"',
  reason: 'the reason as written: "because the box was opened"',
  cause: 'the same as a sentence: "the box was opened"',
  needed: 'what they have to send us, of what we don\'t have: "your order number"',
  'offer-same': 'the offer after but, by the same side: "I can send you a voucher"',
  'offer-other': 'the offer after but, about something else: "Saturday at 9 is free"',
  'only-verb': 'what can be done only, its verb: "offer"',
  'only-thing': 'what the only one is: "a credit"',
  plain: 'the sentence without an "only" that adds nothing: "You have 14 days to return it"',
  'only-times': 'the same of a list of times: "We deliver on weekdays"',
  thanked: 'what else they are thanked for: "the two photos", of "thank you for your email and for the two photos"',
  'with-thing': 'what is wanted for it: "a receipt", of "without a receipt we can\'t open a case"',
  'with-who': 'who can do it then: "we"',
  'with-do': 'what can be done then: "open a case"',
  about: 'the same, where something is said: "about the customs fee"',
  topic: 'what the marked words speak of: "on the delay"',
  active: 'a failure told with its agent: "We did not process your refund"',
  rest: 'the sentence without the marked words',
  main: 'the clause that the marked words give a cause for: "we moved the class"',
  told: 'what was said before: "the desk is shut", of "as I said on Friday, the desk is shut"',
  since: 'when it was said before: "our call on Friday", of "as I said in our call on Friday, …"',
  after: 'the clause after the marked words',
  'after-act': 'the act after the marked words, when nothing conditions it: "change the name"',
  'after-undone': 'what comes after "not to", as a gerund: "refunding opened software"',
  'after-thing': 'the thing after the marked words: "refunds after 30 days"',
  'after-clause': 'what comes after the marked words, when it stands as a sentence: "you have 14 days"',
  'after-doing': 'the same as a gerund: "sharing that"',
  'before-thing': 'the thing before the marked words: "route changes"',
  'after-place': 'the place after the marked words, when nothing says what it is for: "our website"',
  'after-not-to': 'what is asked not to be done: "not to park there"',
  opened: 'the clause after the marked words, where they open it',
  asked: 'what they do not know, after the marked words: "when it ships"',
  'after-to': 'the purpose after the marked words: "to protect other players"',
  before: 'the clause before the marked words',
  missing: 'what was not sent, without its "on time": "your receipt", of "you didn\'t include your receipt"',
  it: 'the word that stands for it: "it", "them"',
  detail: 'the one to three words after the marked ones that name a thing: "email address"',
  requested: 'a duty asked of the customer: "please sign the form", of "the form must be signed"',
  kept: 'what a threat would take: "your booking"',
  keeping: 'what has to be done to keep it: "pay by Friday"',
  'after-done':
    'the act after the marked words, told as done, as a gerund: "keeping the box", of "you should have kept the box"',
  'after-redone': 'the same, to be done: "keep the box"',
  clause: 'the clause of the marked words as it is written, to be gone on with: "we\'ll pass this on to the team"',
  owned: 'the same with blanks for its owner and its time: "I will pass this on to [which team] by [by when]"',
  handed: 'the same where it ends in whom it went to: "I have passed this on to [which team]"',
  hoped: 'what "hopefully" hopes for: "we hope to have a fix by [by when]", of "hopefully we will have a fix"',
  beside:
    'the clause beside that of the marked words: "we\'ll help you sign in", of "thanks for writing – we\'ll help you sign in"',
  'here-can': 'a refusal in its place, its subject and modal as far as they change: "we can"',
  'here-doing': 'what is refused there, as a gerund: "removing it from private land"',
  'here-done': 'the same of a passive, what would be done: "refunded once ticketed"',
  'here-do': 'what is not done there, where no modal says it: "remove it from private land"',
  'here-have': 'what one does not have there: "access to your card details"',
  'here-be': 'what something is not: "a feature of the app"',
  'here-thing': 'what nobody gets there: "a refund", of "are not eligible for a refund"',
  'here-with': 'what it is not compatible with there: "the old app"',
  'here-place': 'where it is not available: "in Norway"',
  state: 'what it is not, as one word: "possible"',
  'state-thing': 'what is not so: "a card refund after noon"',
  who: 'who cannot say or see it: "I"',
  unknown: 'what cannot be said: "when it comes back"',
  unseen: 'what cannot be seen: "calls from you"',
  conceded:
    'what is refused before an offer, as a gerund or a thing: "helping here", of "while we can\'t help here, …"',
  uncited: 'the sentence without the rule that it names as its reason',
  source: 'the name of that rule: "section 4 of the terms"',
  sentence: 'the whole sentence as it is written, to be gone on with',
  instead: 'the whole sentence, with what the template says in place of the marked words: "{instead} according to"',
  delete: 'nothing, and alone: the whole sentence goes, where nothing better can be said in its place',
} as const;

export type Slot = keyof typeof SLOTS;

export type Slots = Partial<Record<Slot, string>>;

const SLOT = /\{([^{}]*)\}/g;

/** The slots that a template uses, in order. */
export function findSlots(template: string): string[] {
  return [...template.matchAll(SLOT)].map((match) => match[1] as string);
}

/** The first slot of a template that nothing fills, or undefined. */
export function findUnknownSlots(template: string): string | undefined {
  return findSlots(template).find((slot) => !Object.hasOwn(SLOTS, slot));
}

/** The template with its slots filled, or undefined when one is empty. */
export function fillSlots(template: string, slots: Slots): string | undefined {
  let missing = false;
  const text = template.replace(SLOT, (_, slot: Slot) => {
    const value = slots[slot];
    if (value === undefined || value === '') missing = true;
    return value ?? '';
  });
  return missing ? undefined : text;
}

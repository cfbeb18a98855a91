/** What is typed and pasted: flagged phrases, plain words, and what is awkward to count. */

export const PHRASES = [
  "We can't refund you until Monday.",
  "Unfortunately we can't ship your order until Friday.",
  'I cannot send you the form.',
  "It's not our fault.",
  'You need to send us a photo.',
  'You failed to enter the code.',
  'Your refund was not processed.',
  'Our policy does not allow returns.',
  'Please do not hesitate to contact us.',
  'I hope this finds you well.',
  'We apologise for any inconvenience.',
  'As per my last email',
  "We can't",
  "That isn't possible because",
  'Hello Priya,',
  'Thank you for the photo.',
  'The kettle is on its way.',
  'until Monday',
  'but',
  'unless you',
  'Is that so?',
];

export const AWKWARD = ['😀', '👩‍👧', 'é', 'שלום', 'مرحبا', '…', '“', '’s', '{{ticket.id}}', '[1]'];

export const PASTED = [
  "We can't change the address.",
  'The first line.\nYou must send it back.',
  "Zoë 😀 can't help.",
  'until Friday. Thanks',
  '1. I cannot find it.\n2. You have to wait.',
];

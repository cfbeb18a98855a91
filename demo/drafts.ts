/** What the demo desk holds: a customer's message and a draft worth coaching, one for each kind of reply box. */
export interface DemoDraft {
  customer: { name: string; email: string; message: string[] };
  subject: string;
  /** Paragraphs of the reply, as they are typed. */
  draft: string[];
}

export const drafts = {
  ticket: {
    customer: {
      name: 'Priya Raman',
      email: 'priya.raman@example.com',
      message: [
        'Hello, I sent the blue headphones back nine days ago and I have heard nothing since.',
        'When do I get my money back? I need it for the replacement.',
      ],
    },
    subject: 'Where is my refund?',
    draft: ["Unfortunately we can't refund you until the warehouse has the parcel"],
  },
  mail: {
    customer: {
      name: 'Tom Okafor',
      email: 'tom.okafor@example.com',
      message: [
        'Hi Sam, I have moved, and my order is still going to the old flat.',
        'Can you send it to 14 Harbour Street instead? The courier says it is up to you.',
      ],
    },
    subject: 'Please change my delivery address',
    draft: [
      'Hi Tom,',
      "We can't change the address until the parcel is back with us.",
      "The courier was late, so it's not our fault.",
    ],
  },
  text: {
    customer: {
      name: 'Marta Nowak',
      email: 'marta.nowak@example.com',
      message: ['The kettle arrived with a dent in the lid. I would like to send it back, although the box is open.'],
    },
    subject: 'Dented kettle',
    draft: ["I'm sorry, but our policy doesn't allow returns of opened items."],
  },
} satisfies Record<string, DemoDraft>;

export type DeskName = keyof typeof drafts;

/** For each predicate, sentences that it knows and sentences that it lets pass. */
export const cases: Record<string, { yes: string[]; no: string[] }> = {
  'as-asked': {
    yes: ['<I cancelled it> as you asked.', 'It <was closed> at your request.'],
    no: ['<I cancelled it> today.', 'As you said, it <was closed>.'],
  },
  aside: {
    yes: ['You can do it on a computer (it <is not available> in the app).'],
    no: ['(It <is not available> in the app.)', 'The app (for phones) <is not available> now.'],
  },
  asked: {
    yes: [
      'Here is <our returns policy>, in full.',
      'You asked what <our policy is> on late arrivals.',
      'I read your note, and as you asked, <our policy is> below.',
      '<Our privacy policy> is linked in the footer.',
    ],
    no: ['<Our policy is> store credit only.', 'We asked the shop, and <their policy is> the same.'],
  },
  because: {
    yes: ['<It is closed> today, because it rains.', '<It is closed> and so is the bar, because [the reason].'],
    no: ['Because it rains, <it is closed>.', '<It is closed> today, and that is because'],
  },
  commitment: {
    yes: ["<I won't let> this happen again.", '<We will not rest> until it is found.', "<We won't give> up."],
    no: ["<We won't refund> it.", "<It won't let> me in."],
  },
  conditional: {
    yes: [
      "If you <can't find> it, tell me.",
      'Tell me when it <does not start> again.',
      'If it then <does not> start, tell me.',
      'Keep the receipt in case it <is not> what you wanted.',
      'Should you <not receive> it, ring me.',
      'Whether or not it <is not> there, write to me.',
    ],
    no: [
      "If you need a lift, we <can't send> one today.",
      "We <can't send> it if you are out.",
      'In that case we <cannot ship> it.',
      'If it still hums then it <is not> the fan.',
    ],
  },
  done: {
    yes: ["<We'll look into it>, and I've refunded the fee.", '<I have already sent> it.', '<We changed> the lock.'],
    no: [
      '<We received> your note.',
      "<We'll look into it>.",
      'You <changed> it.',
      "I've changed it, but <we'll look into it>.",
    ],
  },
  expectation: {
    yes: ['<You should receive> it on Thursday.', '<You should have got> a mail.', 'It <should be> there.'],
    no: ['<You should have told> us.', '<You should call> the bank.', '<You should not have> it.'],
  },
  'good-news': {
    yes: [
      "You're owed £20 <under the rules>.",
      "<You won't be charged>.",
      "There's <no need> to worry.",
      "<It won't happen> again.",
      '<There is no> fee.',
    ],
    no: [
      'You are not entitled to it <under the rules>.',
      "<We can't refund> it.",
      "<It won't happen>.",
      "<We can't cancel> it.",
      '<No refunds>.',
    ],
  },
  greeting: {
    yes: ['<Dear> Ms Just,', 'Kind regards, <Tom>', '<Good morning> Ana!'],
    no: ['<Dear> me, we lost the parcel somewhere on the way.', 'The <best> one is here.', '<Sorry>.'],
  },
  'handed-over': {
    yes: ["<Please call the desk>; I've told them all.", 'They have your photos, <so call them>.'],
    no: ['<Please call the desk>.', 'They have <a desk>.'],
  },
  'has-agent': {
    yes: ['It <was signed> for by a neighbour.', 'It <was cancelled> by you.', 'It <was sent> by the seller.'],
    no: ['It <was sent> by mistake.', 'It <will be sent> by Friday.', 'It <was sent>.', 'By the shop it <was sent>.'],
  },
  'how-to': {
    yes: [
      'Open Settings, then <you need to> press Save.',
      'Go to My account > Plan, where <you must> confirm.',
      'To change it, <you need to> sign in.',
      '2. <You have to> wait.',
    ],
    no: ['<You need to> call us.', 'We open at nine, and <you must> wait.'],
  },
  'named-owner': {
    yes: [
      '<We will check> it with Dan, who mends it.',
      '<Priya will ring> you.',
      'My colleague Sam <will look into it>.',
    ],
    no: ['<The team will ring> you.', '<We will ring> you.', '<IT will call>.', 'On Monday <we will check>.'],
  },
  negated: {
    yes: ["<You don't have to> pay.", "There's no need <to pay>.", 'You will never <have to> pay.'],
    no: [
      '<You have to> pay.',
      'It is not here; <you have to> pay.',
      'There was nothing in the box and <you have to> pay.',
    ],
  },
  offer: {
    yes: [
      "<We can't ship it>, we can keep it.",
      "<It is gone>, so I'll send another.",
      '<You could> choose the red one instead.',
      "<Sorry>, I'd be happy to move it.",
    ],
    no: ["<We can't ship it>.", "<It won't be>, we will not.", "<We can't ship it>; you can go."],
  },
  owned: {
    yes: ['The delay was ours, and your form <was sent> to the wrong desk.', 'That is our mistake: it <was not sent>.'],
    no: ['The delay was not ours, it <was not sent>.', 'Your mistake: it <was not sent>.', 'It <was not sent>.'],
  },
  past: {
    yes: ["<I couldn't reach> you.", '<We were not able> to find it.'],
    no: ["<We can't reach> you.", 'It was late and <we cannot> come.'],
  },
  praised: { yes: [], no: ['<Thank you for your feedback>.'] },
  question: {
    yes: [
      "<Can't you> wait a day",
      "They <can't give> us a break?😩",
      'Is it that you <cannot see> it',
      'What do you see when it <does not> open',
      'So you <cannot> log in?',
      'He wrote "is it <not> here?"',
    ],
    no: ["We <can't> ship it.", 'The will <is not> here.', 'What we <cannot> do is wait.'],
  },
  quoted: {
    yes: ['The page says "<we cannot ship>" and that is wrong.', 'It reads “<not valid>” at the top.'],
    no: ['We "really" <cannot ship> it.', 'It reads “valid” but <is not>.', "We <can't> open 'Settings' here."],
  },
  reason: {
    yes: [
      '<DM us> so we can check the scan.',
      '<Call the desk> to find the parcel.',
      "<Send a photo>, and I'll take a look.",
      '<Call the desk>, because they keep the keys.',
      '<Please call>, that way we can talk it over.',
    ],
    no: [
      '<Call the desk>.',
      'So <call the desk>.',
      '<Go to the desk> and wait.',
      '<We asked why>; because of that, call.',
      '<You will need to get in touch> with the desk.',
    ],
  },
  reported: {
    yes: [
      "You mentioned you <can't log in>.",
      'Your message says you <cannot open> the box.',
      "I'm sorry to hear you <were unable to> pay.",
      'I see that you <cannot reach> the page.',
      'I understand your parcel <was not sent>.',
      "You're right that it <isn't> there.",
    ],
    no: [
      "You wrote about the fee, but we <can't> waive it.",
      "I'm sorry that we <can't> come.",
      'I understand, but it <is not> possible.',
      "We <can't> ship it.",
      'We appreciate your thoughts and <will pass> them on.',
      'We hear you, <your thoughts will go> to the cooks.',
      "You're right, but we <can't> change it.",
    ],
  },
  safety: {
    yes: [
      'You <cannot take> it with alcohol.',
      'We <can not send> your password by mail.',
      '<Never open> a link from a stranger.',
      'We will <never ask> for it.',
    ],
    no: [
      'You <will not be able> to log in until you reset your password.',
      'We <cannot send> the lamp.',
      "We <don't send> codes.",
      "For security reasons we <can't> go into it.",
    ],
  },
  step: {
    yes: [
      '1. Click the tab that <is not> blue.',
      '- <Do not> close the window.',
      'Here are the steps: <do not> skip one.',
    ],
    no: ['<Do not> close the window.', 'Here is why we <cannot> ship.'],
  },
  'subject-other': {
    yes: [
      '<They failed> to pay.',
      'Refunds <are not given>.',
      'Your bank <must> confirm.',
      'Sorry, the lift <is broken>.',
    ],
    no: ['<You failed> to pay.', 'Our bank <must> confirm.', '<Please call>.'],
  },
  'subject-we': {
    yes: ['<We failed> to tell you.', 'You wrote, but our driver <failed> to come.', 'If you ask, <I can> come.'],
    no: ['<You failed> to tell us.', 'We know that you <failed>.', '<Send> us a photo.'],
  },
  'subject-you': {
    yes: ['<You failed> to tell us.', 'We see that <you failed>.', 'As we said, you <must> pay.'],
    no: ['<We failed> to tell you.', 'Your bank <failed>.'],
  },
  supposition: {
    yes: ['<You must be> tired.', '<It must have been> hard.', 'That <must feel> unfair.', '<You must be worried>.'],
    no: [
      '<You must be> at the gate.',
      'It <must be returned>.',
      '<You must have> entered it wrongly.',
      '<You must> call.',
    ],
  },
  time: {
    yes: [
      "<I'll check> by 4 pm.",
      "<I'll check> by 16:00.",
      "<I'll check> on Friday.",
      'On 3 May <we will> open.',
      '<It takes> 3 to 5 working days.',
      "<We'll be in touch> within 24-48 hours.",
      "<I'll check> this afternoon.",
      "<I'll write> at 9 a.m. sharp.",
      "<I'll write> by {date} with the result.",
      "<I'll write> within [how long], with the result.",
    ],
    no: [
      "<I'll check> soon.",
      "<I'll check> in a few days.",
      "Thanks for reaching out today, <we'll look into it>.",
      "It came on Friday, but <I'll check>.",
      '<You have> 2 plans.',
      '<It may> work.',
    ],
  },
  title: {
    yes: ['We have the board game <Can’t Stop> in stock.', 'Your copy of <Never Again> is here.'],
    no: [
      "<Can't Stop> is in stock.",
      'Sorry, <I cannot> ship it.',
      'Sadly <we cannot> ship it.',
      'SADLY <WE CANNOT> SHIP IT.',
    ],
  },
};

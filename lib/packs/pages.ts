import { readMark } from './examples.ts';
import { listExceptions, type WrittenException } from './exceptions.ts';
import type { ReadPack } from './read.ts';
import type { RuleSource } from './schema.ts';

/** The reference of the rules, as Markdown: what a team reads before it trusts one, made from the rules themselves. */

/** The engine's predicates in words, as the end of "Stays quiet …". */
export const PREDICATES: Readonly<Record<string, string>> = {
  'as-asked': 'where the customer wished it',
  aside: 'in brackets behind what the sentence says',
  asked: 'where the rules were asked for',
  because: 'where a "because" follows',
  commitment: 'where the no is a promise',
  conditional: 'in a condition',
  done: 'where it is done already',
  expectation: 'where "should" says what will come',
  'good-news': 'where the no is good news',
  greeting: 'in a greeting or a sign-off',
  'handed-over': 'where whoever takes over knows the story',
  'has-agent': 'where it says who did it',
  'how-to': 'in an instruction',
  'named-owner': 'where somebody with a name takes it on',
  negated: 'under a no',
  offer: 'beside an offer',
  owned: 'where the failure is called our own',
  past: 'in a report of what happened',
  praised: 'in answer to praise',
  question: 'in a question',
  quoted: 'in quoted words',
  reason: 'where the reason is given',
  reported: 'in what somebody else said',
  safety: 'where the no protects somebody',
  step: 'in a list of steps',
  'subject-other': 'where somebody or something else does it',
  'subject-we': 'where our side does it',
  'subject-you': 'where the customer does it',
  supposition: 'where "must" guesses kindly',
  time: 'where a time is named',
  title: 'in a name or a title',
};

const SEVERITIES = { error: 'error', warning: 'warning', info: 'hint' } as const;
const PLACES: Record<WrittenException['under'], (asked: string | undefined) => string | undefined> = {
  unless: (asked) => asked,
  'unless-next': (asked) => (asked ? `${asked}, in the next sentence` : 'for what the next sentence says'),
  'unless-previous': (asked) => (asked ? `${asked}, in the sentence before` : 'for what the sentence before says'),
  'only-if': (asked) => `it speaks only ${asked}`,
};

/**
 * The pages of the reference by file name: one a pack, and an index.
 */
export function createPages(packs: readonly ReadPack[]): Map<string, string> {
  const pages = new Map([['README.md', createIndex(packs)]]);
  for (const pack of packs) pages.set(`${pack.id}.md`, createPage(pack));
  return pages;
}

const MADE = '<!-- Made by `npm run docs` from rules/. Change the rule, not this page. -->';

function createIndex(packs: readonly ReadPack[]): string {
  const lines = packs.map(({ id, name, about, rules }) => `| [${name}](${id}.md) | ${rules.length} | ${about} |`);
  const table = ['| pack | rules | what it is about |', '|---|---|---|', ...lines];
  return `${['# Rules', MADE, 'What CanDo marks, why, and what it offers instead.', table.join('\n')].join('\n\n')}\n`;
}

function createPage({ id, name, about, rules, sources }: ReadPack): string {
  const sections = rules.map((rule) => createSection(rule.id, (sources.get(rule.id) as { rule: RuleSource }).rule));
  return `${[`# ${name}`, MADE, `${about} Its flags have the category \`${id}\`. [All packs](README.md)`, ...sections].join('\n\n')}\n`;
}

function createSection(id: string, rule: RuleSource): string {
  const title = (id.split('/')[1] as string).replaceAll('-', ' ');
  const facts = [
    `\`${id}\``,
    SEVERITIES[rule.severity],
    ...(rule.notes ? ['in internal notes too'] : []),
    ...(rule.yields ? ['gives way to any other flag of its pack in the sentence'] : []),
    ...(rule['not-in'] ? [`plain words in ${rule['not-in'].join(' and ')} English`] : []),
    ...(rule.source ? [`after ${rule.source}`] : []),
  ];
  const wrong = Object.entries(rule.examples.wrong).map(([example, better]) => {
    const marked = showMark(example);
    return better === null ? `- ${marked}` : `- ${marked}\n  → ${toText(better)}`;
  });
  const exceptions = listExceptions(rule);
  const quiet = [
    ...exceptions.map(describeException),
    ...rule.examples.right
      .filter((example) => !exceptions.some(({ text }) => text === example))
      .map((example) => `- ${toText(example)}`),
  ];
  const parts = [
    `## ${title}`,
    `**${toText(rule.message)}** ${toText(rule.why)}`,
    `${facts.join(' · ')}`,
    `Marks:\n\n${wrong.join('\n')}`,
    `Stays quiet:\n\n${quiet.join('\n')}`,
  ];
  if (rule.rewrites.length > 0) {
    parts.push(`Offers, best first:\n\n${rule.rewrites.map((rewrite) => `- \`${rewrite}\``).join('\n')}`);
  }
  return parts.join('\n\n');
}

/** An exception by what it asks; a phrase needs no name, for its words stand in its sentence. */
function describeException({ under, written, text }: WrittenException): string {
  const asked = PREDICATES[written];
  const said = PLACES[under](asked);
  return said === undefined ? `- ${toText(text)}` : `- ${said}: ${toText(text)}`;
}

/** The marked words in bold. */
function showMark(example: string): string {
  const { text, span } = readMark(example);
  if (!span) return toText(text);
  return `${toText(text.slice(0, span.start))}**${toText(text.slice(span.start, span.end))}**${toText(text.slice(span.end))}`;
}

/** Plain text in Markdown: nothing in it marks up. */
function toText(text: string): string {
  return text.replace(/[\\`*_<>#|~]/g, '\\$&').replace(/\s*\n\s*/g, ' / ');
}

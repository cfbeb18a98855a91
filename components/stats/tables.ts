import { i18n } from '#i18n';
import { RULE_MEASURES, splitVersion } from '../../lib/stats/counts.ts';
import type { Habit } from '../../lib/stats/habits.ts';
import { getRate, isFew } from '../../lib/stats/rate.ts';
import type { Part, Report } from '../../lib/stats/report.ts';
import type { Cell, Column, Table } from '../../lib/stats/table.ts';
import { getDeskName } from './desk-names.ts';
import type { RuleNames } from './rule-names.ts';

const column = (name: ColumnName, kind: Column['kind']): Column => ({
  name,
  kind,
  title: i18n.t(`stats.column.${name}`),
});

type ColumnName =
  | 'week'
  | 'day'
  | 'desk'
  | 'category'
  | 'rule'
  | 'id'
  | 'version'
  | 'group'
  | 'note'
  | 'replies'
  | 'words'
  | 'left'
  | 'discarded'
  | 'rate'
  | (typeof RULE_MEASURES)[number];

/** Everything that is counted of these parts, told apart by what stands first. */
function makeTable<Of extends Part>(
  name: string,
  head: readonly Column[],
  parts: readonly Of[],
  tell: (part: Of) => Cell[],
  note = ({ words }: Of) => (isFew(words) ? i18n.t('stats.few') : ''),
): Table {
  const measures = [
    ...(['replies', 'words', 'flagged'] as const).map((one) => column(one, 'count')),
    column('rate', 'rate'),
    ...RULE_MEASURES.slice(1).map((one) => column(one, 'count')),
    ...(['left', 'discarded'] as const).map((one) => column(one, 'count')),
    column('note', 'text'),
  ];
  const rows = parts.map((part) => [
    ...tell(part),
    ...[part.replies, part.words, part.flagged, getRate(part.flagged, part.words)],
    ...RULE_MEASURES.slice(1).map((one) => part[one]),
    ...[part.left, part.discarded, note(part)],
  ]);
  return { name, columns: [...head, ...measures], rows };
}

export function listTimes({ times, unit }: Report): Table {
  return makeTable(`by-${unit}`, [column(unit, 'day')], times, ({ key }) => [key]);
}

export function listDesks({ desks }: Report): Table {
  return makeTable('by-desk', [column('desk', 'text')], desks, ({ key }) => [getDeskName(key)]);
}

export function listGroups({ groups }: Report): Table {
  return makeTable('by-group', [column('group', 'text')], groups, ({ key }) => [key || i18n.t('stats.group.none')]);
}

export function listPacks({ packs }: Report, names: RuleNames): Table {
  const head = [column('category', 'english'), column('id', 'text')];
  return makeTable('by-category', head, packs, ({ key }) => [names.getPack(key), key]);
}

export function listRules({ rules }: Report, names: RuleNames): Table {
  const head = [column('rule', 'english'), column('category', 'english'), column('id', 'text')];
  return makeTable('by-rule', head, rules, ({ key }) => [
    names.getRule(key),
    names.getPack(splitVersion(`${key}@`).pack),
    key,
  ]);
}

export function listVersions({ versions }: Report, names: RuleNames): Table {
  const head = [column('category', 'english'), column('version', 'text')];
  return makeTable('by-version', head, versions, ({ key }) => {
    const { pack, version } = splitVersion(key);
    return [names.getPack(pack), version];
  });
}

/** A habit's learning curve. */
export function listCourse({ rule, weeks }: Habit): Table {
  const parts = weeks.map(({ week, words, wasOff, counts }) => ({
    key: week,
    replies: 0,
    left: 0,
    discarded: 0,
    words,
    wasOff,
    ...counts,
  }));
  const tellNote = ({ words, wasOff }: (typeof parts)[number]) =>
    wasOff ? i18n.t('stats.course.wasOff') : isFew(words) ? i18n.t('stats.few') : '';
  const { columns, rows } = makeTable('course', [column('week', 'day')], parts, ({ key }) => [key], tellNote);
  // Replies are not counted by rule.
  const kept = columns.map(({ name }) => !['replies', 'left', 'discarded'].includes(name));
  return {
    name: `course-${rule.replaceAll('/', '-')}`,
    columns: columns.filter((_, at) => kept[at]),
    rows: rows.map((row) => row.filter((_, at) => kept[at])),
  };
}

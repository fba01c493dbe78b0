import { Injectable } from '@nestjs/common';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import {
  Clock,
  Database,
  denied,
  invalid,
  Lists,
  numberAfter,
  pageOf,
  type Caller,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { SchoolLifeQuery } from '../from-readers/school-life.query.js';
import type { CountsAsked, CountView } from './logbook-keeping.http.js';
import { fieldsOf, formsEver, logbookAt, type Logbook } from './logbooks.facts.js';
import { countLines, type EntryTotal, type FieldTotal } from './rules/counts.js';
import type { FieldType, FormField } from './rules/form.js';
import { addDays, daysBetween, periodsIn, type Period } from './rules/periods.js';

const MOST_DAYS = 1_900;
const MOST_PERIODS = 400;
const COUNTED: readonly FieldType[] = ['number', 'choice', 'choices', 'yes-no', 'readers'];
const GROUPING: readonly FieldType[] = [
  'choice',
  'choices',
  'yes-no',
  'class',
  'room',
  'reader',
  'day',
  'entry',
];

/** Of entries that stand: those of each period, in its groups. An entry of several choices is in several groups. */
const OF_PERIODS = `from unnest($3::date[], $4::date[]) with ordinality as p(first, last, at)
  join logbook_entry e on e.code = $2 and ($1::uuid is null or e.school_id = $1)
    and e.happened_on between p.first and p.last and not e.superseded and not e.strikes
  cross join lateral (
    select null::text as value where $5::text is null
    union all select e.school_id::text where $5 = 'school'
    union all select e.said ->> $5 where $5 <> 'school' and e.said ? $5 and jsonb_typeof(e.said -> $5) <> 'array'
    union all select jsonb_array_elements_text(e.said -> $5)
      where $5 <> 'school' and jsonb_typeof(e.said -> $5) = 'array') g`;
const ENTRIES = `select p.at::int as period, g.value as "group", count(*)::int as entries,
    count(e.signed_on)::int as signed, count(e.settled_at)::int as settled,
    round((avg(extract(epoch from e.settled_at - e.written_at)) / 3600)::numeric, 1)::float8 as hours
  ${OF_PERIODS} group by 1, 2`;
const FIELDS = `select p.at::int as period, g.value as "group", v.key, i.value, count(distinct e.id)::int as entries,
    sum(i.amount)::float8 as sum
  ${OF_PERIODS}
  cross join lateral jsonb_each(e.said) v
  cross join lateral (
    select null::text as value, (v.value #>> '{}')::numeric as amount where jsonb_typeof(v.value) = 'number'
    union all select null, jsonb_array_length(v.value) where v.key = any($7::text[])
    union all select v.value #>> '{}', null where jsonb_typeof(v.value) in ('string', 'boolean')
    union all select jsonb_array_elements_text(v.value), null
      where jsonb_typeof(v.value) = 'array' and v.key <> all($7::text[])) i
  where v.key = any($6::text[]) group by 1, 2, 3, 4`;
const FILLED_IN = `select p.at::int as period, g.value as "group", v.key, count(*)::int as entries
  ${OF_PERIODS} cross join lateral jsonb_object_keys(e.said) v(key) where v.key = any($6::text[]) group by 1, 2, 3`;
const GROUP_NAMES = `select class_id::text as id, name from known_class where class_id = any($1::uuid[])
  union all select school_id::text, name from known_school where school_id = any($1::uuid[])`;
const SCHOOLS = `select distinct school_id as "schoolId" from logbook_entry where code = $1`;

/** Figures of a logbook. */
@Injectable()
export class LogbookCountsQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly life: SchoolLifeQuery,
    private readonly clock: Clock,
  ) {}

  /** The logbook whose figures are asked for. @throws Problem 422 for none of the code */
  logbook({ logbook }: CountsAsked, schoolId: SchoolId | null): Promise<Logbook> {
    return logbookAt(this.database, schoolId, logbook);
  }

  /** @throws Problem 400 for too many days and for a field that does not group; 403 for groups by person outside the school */
  async list(
    caller: Caller,
    input: CountsAsked,
    { code }: Logbook,
    schoolId: SchoolId | null,
    language: Language,
  ): Promise<Page<CountView>> {
    const from = numberAfter(input.cursor);
    const fields = fieldsOf(await formsEver(this.lists, schoolId, code));
    const group = this.groupOf(caller, input, fields, schoolId);
    const periods = await this.periods(input, schoolId);
    const counted = fields.filter(({ type }) => COUNTED.includes(type));
    const keys = counted.map(({ key }) => key);
    const people = counted.filter(({ type }) => type === 'readers').map(({ key }) => key);
    const values = [
      schoolId,
      code,
      periods.map(({ from }) => from),
      periods.map(({ to }) => to),
      input.group ?? null,
    ];
    const entries = await this.lists.rows<EntryTotal>(ENTRIES, values);
    const totals = await this.lists.rows<FieldTotal>(FIELDS, [...values, keys, people]);
    const filledIn = await this.lists.rows<FieldTotal>(FILLED_IN, [...values, keys]);
    const readers = await this.readers(schoolId, code);
    const isById = group?.type === 'class' || input.group === 'school';
    const names = isById ? await this.groupNames(entries) : new Map<string, string>();
    const lines = countLines({
      periods,
      entries,
      totals,
      filledIn,
      fields: counted,
      group,
      names,
      readers,
      rankBy: input.rankBy ?? null,
      language,
    });
    return pageOf(
      lines.slice(from, from + input.limit + 1).map((line, at) => ({ line, at: from + at + 1 })),
      input.limit,
      ({ line }): CountView => line,
      ({ at }) => [at],
    );
  }

  private groupOf(
    caller: Caller,
    { group, rankBy }: CountsAsked,
    fields: readonly FormField[],
    schoolId: SchoolId | null,
  ): FormField | null {
    if (rankBy !== undefined && !fields.some(({ key, type }) => key === rankBy && type === 'number'))
      throw invalid({ pointer: '?rankBy', code: 'not-a-number' });
    if (group === undefined || group === 'school') return null;
    const field = fields.find(({ key, type }) => key === group && GROUPING.includes(type));
    if (field === undefined) throw invalid({ pointer: '?group', code: 'not-a-choice' });
    // Figures by person are for those who run the library of the school.
    if (
      field.type === 'reader' &&
      (schoolId === null || !caller.reach.schools.has(schoolId) || isTeacherOnly(caller))
    )
      throw denied();
    return field;
  }

  /** @throws Problem 400 for days that run backwards, or too many */
  private async periods({ from, to, by }: CountsAsked, schoolId: SchoolId | null): Promise<Period[]> {
    const last = (to ?? this.clock.today()) as CalendarDay;
    const first = (from ?? addDays(last, -365)) as CalendarDay;
    if (first > last) throw invalid({ pointer: '?from', code: 'after-its-end' });
    if (daysBetween(first, last) > MOST_DAYS) throw invalid({ pointer: '?from', code: 'too-many' });
    if (by === 'whole') return [{ from: first, to: last, name: `${first}–${last}` }];
    // Terms are those of one school.
    if (by === 'term' && schoolId === null) throw invalid({ pointer: '?by', code: 'of-one-school' });
    const days = schoolId === null ? { terms: [], years: [] } : await this.life.days(schoolId, first, last);
    const periods = periodsIn(by, { from: first, to: last }, days);
    if (periods.length > MOST_PERIODS) throw invalid({ pointer: '?by', code: 'too-many' });
    return periods;
  }

  private async readers(schoolId: SchoolId | null, code: string): Promise<number> {
    const schools =
      schoolId === null
        ? (await this.lists.rows<{ schoolId: string }>(SCHOOLS, [code])).map((row) => row.schoolId)
        : [schoolId];
    return this.life.activeReaders(schools);
  }

  private async groupNames(entries: readonly EntryTotal[]): Promise<Map<string, string>> {
    const ids = entries.flatMap(({ group }) => group ?? []);
    const named = await this.lists.rows<{ id: string; name: string }>(GROUP_NAMES, [ids]);
    return new Map(named.map(({ id, name }) => [id, name]));
  }
}

const isTeacherOnly = ({ claims, reach }: Caller): boolean =>
  claims.kind === 'account' && !reach.roles.has('librarian') && !reach.roles.has('school-head');

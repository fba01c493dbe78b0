import { BEGINNING, COUNTY } from './report-definition.report.js';

/** The row of all schools together, where the county is asked for: its code and name are this sign, which paper has words for. */
export const ALL_SCHOOLS = '*';
export const allSchools = { [ALL_SCHOOLS]: { zh: '全县合计', en: 'All schools' } } as const;

/** The columns that say of which school a row is. */
export const schoolColumns = {
  schoolId: { title: { zh: '学校编号', en: 'School id' }, type: 'id' },
  code: { title: { zh: '学校代码', en: 'Code' }, type: 'text', words: { [ALL_SCHOOLS]: { zh: '', en: '' } } },
  school: { title: { zh: '学校', en: 'School' }, type: 'text', words: allSchools },
} as const;

/** The same in a statement, of `school s`. */
export const SCHOOL_SELECTED = `nullif(s.school_id, ${COUNTY}) as "schoolId", s.code, s.name as school`;

/** The schools as they were called on a day, `$1` alone or all, then with the county as a row of its own. */
export const schoolsOn = (day: string): string => `school as (
       select s.school_id, coalesce(f.since, s.since) as since, coalesce(f.code, s.code) as code,
              coalesce(f.name, s.name) as name, coalesce(f.kind, s.kind) as kind
       from known_school s
         left join lateral (select since, code, name, kind from former_school f
                            where f.school_id = s.school_id and f.until > ${day}::date order by f.since limit 1) f on true
       where $1::uuid is null or s.school_id = $1
       union all
       select ${COUNTY}, date '0001-01-01', '${ALL_SCHOOLS}', '${ALL_SCHOOLS}', '${ALL_SCHOOLS}' where $1::uuid is null
     )`;

type Sums = Readonly<Record<string, string>>;

const piecesOf = (
  table: string,
  [first, last]: readonly [string, string],
  sums: Sums,
  which: string,
  by: string,
): string => {
  const names = Object.keys(sums);
  return `select ${by}, ${names.map((name) => `sum(k.${name}) as ${name}`).join(', ')}
       from day_pieces(${first}, ${last}) p cross join lateral (
         select school_id, ${names.map((name) => `sum(${sums[name] ?? ''}) as ${name}`).join(', ')} from ${table}
         where school_id = any(array(select school_id from school)) and ${which} and grain = p.grain
           and starts_on between p.starts and p.ends
         group by 1) k`;
};

/**
 * What rows of sums add up to in some days, for each of the schools and for all of them.
 * @param sums what is added up, by the name it gets
 * @param which rows of the table
 */
export const sumsOf = (table: string, days: readonly [string, string], sums: Sums, which = 'true'): string =>
  `${piecesOf(table, days, sums, which, `coalesce(k.school_id, ${COUNTY}) as school_id`)}
       group by grouping sets ((k.school_id), ())`;

/** What stood in the stock at the end of a day; the county has sums of its own, because titles do not add up. */
export const stockOn = (day: string, sums: Sums, which: string): string =>
  `${piecesOf('stock_sum', [BEGINNING, day], sums, which, 'k.school_id')}
       group by 1`;

/** Pupils and readers on a day. */
export const peopleOn = (day: string): string =>
  sumsOf('reader_sum', [BEGINNING, day], {
    readers: 'readers',
    pupils: `case when reader_kind = 'student' then readers else 0 end`,
  });

/** Copies of some movements, or what they were worth. */
export const copiesThat = (...movements: readonly string[]): string => counted('copies', movements);
export const fenOf = (...movements: readonly string[]): string => counted('value_fen', movements);

const counted = (what: string, movements: readonly string[]): string =>
  `case when ${movements.map((one) => (one.endsWith('%') ? `movement like '${one}'` : `movement = '${one}'`)).join(' or ')} then ${what} else 0 end`;

/** New in a library: neither from another school, nor in place of a lost one, nor there before anybody said how it came. */
export const NEW_COPIES = [
  'in:purchase',
  'in:pupil-purchase',
  'in:donation',
  'in:allocation',
  'in:school-publication',
  'in:other',
] as const;

export const int = (figure: string): string => `coalesce(${figure}, 0)::int`;
export const fen = (figure: string): string => `coalesce(${figure}, 0)::float8`;

/** A school that joined after the day is left out, unless something is told of it. */
export const thereOn = (day: string, ...figures: readonly string[]): string =>
  `where s.since <= ${day}::date${figures.map((figure) => ` or ${figure} <> 0`).join('')}`;

/** The twelve months up to a day, as annual figures are counted. */
export const YEAR_TO = (day: string): string => `((${day}::date - interval '1 year')::date + 1)`;

/** What each school subscribes to in the year of a day, as it was approved by then. */
export const SERIALS = (
  day: string,
): string => `select school_id, newspapers, periodicals, copies from known_subscription
       where school_id = any(array(select school_id from school)) and year = extract(year from ${day}::date)
         and approved_on <= ${day}::date`;

/** E-books of each school's own, and of all schools together. */
export const E_BOOKS = (
  day: string,
): string => `select coalesce(school_id, ${COUNTY}) as school_id, sum(volumes) as volumes
       from (select school_id, volumes from known_e_books
             where school_id = any(array(select school_id from school)) and on_day <= ${day}::date
             union all
             select null, volumes from known_e_books
             where $1::uuid is null and school_id is not null and on_day <= ${day}::date) e
       group by 1`;

/** Rooms in use on a day as they were then, and the seats where people read; one that says no number counts as none. */
export const SEATS = (
  day: string,
): string => `select coalesce(r.school_id, ${COUNTY}) as school_id, count(*) as rooms,
              count(*) filter (where r.reads) as reading_rooms, sum(r.seats) filter (where r.reads) as seats,
              count(*) filter (where r.reads and r.seats is null) as unsaid
       from (select distinct on (room_id) school_id, seats, purposes && '{reading,electronic}' as reads, retired_on
             from known_room where school_id = any(array(select school_id from school)) and since <= ${day}::date
             order by room_id, since desc) r
       where r.retired_on is null or r.retired_on > ${day}::date
       group by grouping sets ((r.school_id), ())`;

/** Whether something is met, in words for paper. */
export const metColumn = {
  title: { zh: '达标', en: 'Met' },
  type: 'text',
  words: { yes: { zh: '是', en: 'Yes' }, no: { zh: '否', en: 'No' } },
} as const;

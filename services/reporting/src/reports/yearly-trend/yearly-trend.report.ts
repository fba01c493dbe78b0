import { statement } from '@shulian/service-kit';
import { BEGINNING, COUNTY, perHead, type Report } from '../report-definition.report.js';
import { SCHOOL_SELECTED, schoolColumns, schoolsOn } from '../school-sums.row.js';

/** What changed in sums by day and month, for the schools and for all of them. */
const changed = (table: string, figures: string, which: string, school = 'school_id'): string => `
         select ${school} as school_id, starts_on, ${figures}
         from day_pieces(${BEGINNING}, $2) p join ${table} t on t.grain = p.grain and t.starts_on between p.starts and p.ends
         where t.school_id = any(array(select school_id from school)) and ${which}`;

/**
 * Year by year, as it stood on 31 December, in the year that runs on the last day; what somebody wrote in of years before the
 * system is marked so, and stands only where nothing was counted (RPT-018). Serials do not add up over schools.
 */
export const yearlyTrend: Report = {
  name: 'yearly-trend',
  title: { zh: '历年馆藏、报刊与人员变化', en: 'Holdings, serials and staff over the years' },
  parameters: ['schoolId', 'to'],
  columns: {
    ...schoolColumns,
    year: { title: { zh: '年份', en: 'Year' }, type: 'integer' },
    how: { title: { zh: '数据来源', en: 'How it is known' }, type: 'text', words: { counted: { zh: '系统统计', en: 'Counted' }, entered: { zh: '手工补录', en: 'Written in' } } }, // prettier-ignore
    copies: { title: { zh: '藏书册数', en: 'Copies' }, type: 'integer' },
    titles: { title: { zh: '种数', en: 'Titles' }, type: 'integer' },
    pupils: { title: { zh: '学生', en: 'Pupils' }, type: 'integer' },
    copiesPerPupil: { title: { zh: '生均藏书', en: 'Copies per pupil' }, type: 'decimal' },
    serials: { title: { zh: '报刊种数', en: 'Serials' }, type: 'integer' },
    staff: { title: { zh: '工作人员', en: 'Staff' }, type: 'integer' },
    source: { title: { zh: '出处', en: 'Source' }, type: 'text' },
  },
  statement: statement(
    'report.yearly-trend',
    `with ${schoolsOn('$2')}, change as (
       select k.school_id, extract(year from k.starts_on)::int as year, sum(k.copies) as copies, sum(k.titles) as titles,
              sum(k.pupils) as pupils
       from (${changed('stock_sum', 't.copies, t.titles, 0 as pupils', `t.main_class = '*'`)}
         union all ${changed('reader_sum', '0, 0, t.readers', `t.reader_kind = 'student'`)}
         union all ${changed('reader_sum', '0, 0, t.readers', `t.reader_kind = 'student' and $1::uuid is null`, COUNTY)}) k
       group by 1, 2
     ), year as (
       select f.school_id, y.year, (make_date(y.year, 12, 31)) as ends
       from (select school_id, min(year) as first from change where copies <> 0 group by 1) f
         cross join lateral generate_series(f.first, extract(year from $2::date)::int) y(year)
     ), counted as (
       select y.school_id, y.year, least(y.ends, $2::date) as on_day, sum(c.copies) as copies, sum(c.titles) as titles,
              sum(c.pupils) as pupils
       from year y join change c on c.school_id = y.school_id and c.year <= y.year
       group by 1, 2, 3
     ), told as (
       select c.school_id, c.year, 'counted' as how, c.copies, c.titles, c.pupils,
              case when c.school_id <> ${COUNTY} then (
                select sum(newspapers + periodicals) from known_subscription r
                where r.school_id = c.school_id and r.year = c.year and r.approved_on <= $2::date) end as serials,
              (select count(*) from known_staff m
               where (m.school_id = c.school_id or c.school_id = ${COUNTY}) and not m.removed and m.starts_on <= c.on_day
                 and (m.ends_on is null or m.ends_on >= c.on_day)) as staff,
              null as source
       from counted c where c.copies > 0
       union all
       select e.school_id, e.year, 'entered', e.copies, e.titles, e.pupils, e.serials, e.staff, e.source
       from entered_year e
       where e.school_id = any(array(select school_id from school)) and e.year <= extract(year from $2::date)
         and not exists (select from counted c where c.school_id = e.school_id and c.year = e.year and c.copies > 0)
     )
     select ${SCHOOL_SELECTED}, t.year, t.how, t.copies::int as copies, t.titles::int as titles, t.pupils::int as pupils,
            case when t.copies is not null then ${perHead('t.copies', 't.pupils')} end as "copiesPerPupil",
            t.serials::int as serials, t.staff::int as staff, t.source
     from school s join told t using (school_id)
     order by s.code, s.school_id, t.year`,
  ),
  values: ({ schoolId, on }) => [schoolId, on],
  sample: [
    {
      schoolId: '01940000-0000-7000-8000-000000000001',
      code: '3601',
      school: '实验小学',
      year: 1966,
      how: 'entered',
      copies: 20_000,
      titles: 8_000,
      pupils: 900,
      copiesPerPupil: 22.2,
      serials: 40,
      staff: 2,
      source: '校志',
    },
  ],
};

import { statement } from '@shulian/service-kit';
import { figureWords } from '../../library-standards/rules/standard-figures.js';
import { COUNTY, type Report } from '../report-definition.report.js';
import { copiesThat, E_BOOKS, int, metColumn, NEW_COPIES, peopleOn, SCHOOL_SELECTED, schoolColumns, schoolsOn, SEATS, SERIALS, stockOn, sumsOf, YEAR_TO } from '../school-sums.row.js'; // prettier-ignore

/**
 * What an inspection asks, as the system has it: each figure with what stands behind it, beside the standard of the kind of school
 * (RPT-042). Of all that is there at least so much is asked, of pupils per seat at most; a figure without a standard is shown beside.
 */
export const inspectionFigures: Report = {
  name: 'inspection-figures',
  title: { zh: '达标验收数据', en: 'Figures for an inspection' },
  parameters: ['schoolId', 'to'],
  columns: {
    ...schoolColumns,
    figure: { title: { zh: '指标', en: 'Figure' }, type: 'text', words: figureWords },
    amount: { title: { zh: '数量', en: 'Number' }, type: 'integer' },
    pupils: { title: { zh: '学生', en: 'Pupils' }, type: 'integer' },
    is: { title: { zh: '实际', en: 'As it is' }, type: 'decimal' },
    asked: { title: { zh: '标准', en: 'Standard' }, type: 'decimal' },
    met: metColumn,
    wanting: { title: { zh: '尚缺', en: 'Wanting' }, type: 'integer' },
  },
  statement: statement(
    'report.inspection-figures',
    `with ${schoolsOn('$2')}, people as (
       ${peopleOn('$2')}
     ), held as (
       ${stockOn(
         '$2',
         {
           copies: `case when main_class = '*' then copies else 0 end`,
           reference_titles: `case when main_class = 'kind:reference' then titles else 0 end`,
         },
         `main_class in ('*', 'kind:reference')`,
       )}
     ), came as (
       ${sumsOf('movement_sum', [YEAR_TO('$2'), '$2'], { copies: copiesThat(...NEW_COPIES) })}
     ), serials as (
       ${SERIALS('$2')}
     ), e_books as (
       ${E_BOOKS('$2')}
     ), room as (
       ${SEATS('$2')}
     ), counted as (
       select s.*, ${int('p.pupils')} as pupils, ${int('h.copies')} as copies, ${int('c.copies')} as new_copies,
              ${int('h.reference_titles')} as reference_titles, ${int('r.newspapers + r.periodicals')} as serial_titles,
              ${int('e.volumes')} + (select ${int('sum(volumes)')} from known_e_books
                                     where school_id is null and on_day <= $2::date) as e_books,
              ${int('o.rooms')} as rooms, ${int('o.seats')} as seats
       from school s left join people p using (school_id) left join held h using (school_id) left join came c using (school_id)
         left join serials r using (school_id) left join e_books e using (school_id) left join room o using (school_id)
       where s.school_id <> ${COUNTY} and (s.since <= $2::date or h.copies <> 0 or p.pupils <> 0)
     ), figure as (
       select s.*, f.place, f.figure, f.amount, f.per_pupil, n.asked
       from counted s cross join lateral (values
           (1, 'copies-per-pupil', s.copies, true), (2, 'new-copies-per-pupil', s.new_copies, true),
           (3, 'pupils-per-seat', s.seats, null), (4, 'rooms', s.rooms, false), (5, 'reference-titles', s.reference_titles, false),
           (6, 'serial-titles', s.serial_titles, false), (7, 'e-books', s.e_books, false)
         ) f(place, figure, amount, per_pupil)
         left join lateral standard_for(f.figure, s.kind) n on true
     ), measured as (
       -- How much there must be: so much for each pupil, a seat for so many of them, or just so much.
       select f.*, case when f.per_pupil is null then ceil(f.pupils / nullif(f.asked, 0))
                        when f.per_pupil then ceil(f.asked * f.pupils) else ceil(f.asked) end as needed
       from figure f
     )
     select ${SCHOOL_SELECTED}, s.figure, s.amount, case when s.per_pupil is not false then s.pupils end as pupils,
            (case when s.per_pupil is null then round(s.pupils::numeric / nullif(s.amount, 0), 1)
                  when s.per_pupil then round(s.amount::numeric / nullif(s.pupils, 0), 2) else s.amount end)::float8 as "is",
            s.asked::float8 as asked,
            case when s.needed is null or (s.per_pupil is not false and s.pupils = 0) then null
                 when s.amount >= s.needed then 'yes' else 'no' end as met,
            case when s.needed is not null then greatest(s.needed - s.amount, 0)::int end as wanting
     from measured s
     order by s.code, s.school_id, s.place`,
  ),
  values: ({ schoolId, on }) => [schoolId, on],
  sample: [
    {
      schoolId: '01940000-0000-7000-8000-000000000001',
      code: '3601',
      school: '实验小学',
      figure: 'copies-per-pupil',
      amount: 6_160,
      pupils: 308,
      is: 20,
      asked: 20,
      met: 'yes',
      wanting: 0,
    },
  ],
};

import type { CalendarDay } from '@shulian/contracts/ids';
import { classNameOn, type PlaceOfClass } from '@shulian/contracts/readers';
import { statement } from '@shulian/service-kit';
import { percent, perHead, type Report } from '../report-definition.report.js';
import type { ReportRow } from '../reports.http.js';
import { bitsOfDays } from '../rules/period.js';

const YEARS = [1, 2, 3] as const;
/** Who borrowed on one of the days asked for of that school year, where the county is asked for. */
const yearOfCounty = (n: (typeof YEARS)[number]): string =>
  `left join borrower_year y${n} on $1::uuid is null and y${n}.reader_id = r.reader_id
         and y${n}.school_year = ($5::int[])[${n}] and y${n}.days & ($6::bit(366)[])[${n}] <> repeat('0', 366)::bit(366)`;

/**
 * Loans count for the class of the day of the loan, wherever the book was lent; the rate is for those who are in the class
 * on the last day, wherever they were when they borrowed (RPT-020, RPT-021).
 */
const LOANS_PER_CLASS = statement(
  'report.loans-per-class',
  `with class as (
     select c.class_id, c.school_id, coalesce(f.section, c.section) as section,
            coalesce(f.entry_year, c.entry_year) as entry_year, coalesce(f.class_no, c.class_no) as class_no
     from known_class c
       left join lateral (select section, entry_year, class_no from former_class f
                          where f.class_id = c.class_id and f.until > $4::date order by f.since limit 1) f on true
     where $1::uuid is null or c.school_id = $1
   ), lent as (
     select l.class_id, sum(l.loans)::int as loans, sum(l.returns)::int as returns
     from day_pieces($2, $3) p cross join lateral (
       select class_id, sum(loans) as loans, sum(returns) as returns from class_sum
       where class_id = any(array(select class_id from class)) and grain = p.grain
         and starts_on between p.starts and p.ends
       group by 1) l
     group by 1
   ), of_school as (
     select b.reader_id
     from unnest($5::int[], $6::bit(366)[]) y(school_year, bits) join borrower_year b using (school_year)
     where $1::uuid is not null and b.days & y.bits <> repeat('0', 366)::bit(366)
       and b.reader_id = any(array(select reader_id from reader_span where school_id = $1))
   ), stayed as (
     -- Of a county two years are asked at most, which may be parts of three school years. Each is joined as the table it is,
     -- so that the planner knows how many there are: joined as a list it would sort both sides.
     select r.class_id, r.kind, count(*)::int as readers,
            (count(*) filter (where ${YEARS.map((n) => `y${n}.reader_id is not null`).join(' or ')}
                                 or r.reader_id in (select reader_id from of_school)))::int as borrowers
     from reader_stay r
       ${YEARS.map(yearOfCounty).join('\n       ')}
     where r.since <= $4 and (r.until is null or r.until > $4) and r.class_id is not null
       and ($1::uuid is null or r.school_id = $1)
     group by 1, 2
   ), members as (
     -- A pupil is in a class until it has graduated, as in reader_span; asked once a class, not once a pupil.
     select s.class_id, sum(s.readers)::int as readers, sum(s.borrowers)::int as borrowers
     from stayed s left join known_class c using (class_id)
     where s.kind <> 'student' or c.class_id is null or graduation_of(c.section, c.entry_year) > $4
     group by 1
   )
   select c.school_id as "schoolId", s.name as school, c.class_id as "classId", c.section, c.entry_year as "entryYear",
          c.class_no as "classNo", coalesce(m.readers, 0) as readers, coalesce(l.loans, 0) as loans,
          coalesce(l.returns, 0) as returns, coalesce(m.borrowers, 0) as borrowers,
          ${percent('m.borrowers', 'm.readers')} as "borrowingRate", ${perHead('l.loans', 'm.readers')} as "loansPerReader"
   from class c left join lent l using (class_id) left join members m using (class_id)
     left join lateral (
       select coalesce(f.name, s.name) as name
       from known_school s left join lateral (select name from former_school f
         where f.school_id = s.school_id and f.until > $4::date order by f.since limit 1) f on true
       where s.school_id = c.school_id) s on true
   where l.loans > 0 or l.returns > 0 or m.readers > 0
   order by c.school_id, c.section, c.entry_year desc, c.class_no, c.class_id`,
);

const named = (row: ReportRow, on: CalendarDay): ReportRow => ({
  ...row,
  className: classNameOn(row as unknown as PlaceOfClass, on),
});

export const loansPerClass: Report = {
  name: 'loans-per-class',
  title: { zh: '班级借阅统计', en: 'Loans per class' },
  parameters: ['schoolId', 'from', 'to'],
  columns: {
    schoolId: { title: { zh: '学校编号', en: 'School id' }, type: 'id' },
    school: { title: { zh: '学校', en: 'School' }, type: 'text' },
    classId: { title: { zh: '班级编号', en: 'Class id' }, type: 'id' },
    className: { title: { zh: '班级', en: 'Class' }, type: 'text' },
    readers: { title: { zh: '在册人数', en: 'Readers' }, type: 'integer' },
    loans: { title: { zh: '借出册数', en: 'Loans' }, type: 'integer' },
    returns: { title: { zh: '归还册数', en: 'Returns' }, type: 'integer' },
    borrowers: { title: { zh: '借书人数', en: 'Borrowers' }, type: 'integer' },
    borrowingRate: { title: { zh: '借书率(%)', en: 'Borrowing rate (%)' }, type: 'decimal' },
    loansPerReader: { title: { zh: '人均借阅', en: 'Loans per reader' }, type: 'decimal' },
  },
  // Who borrowed is kept for each reader and school year: of a whole county three of them are read at most, not ten.
  longestForCounty: 731,
  statement: LOANS_PER_CLASS,
  values: (scope) => {
    const years = bitsOfDays(scope);
    const { schoolId, from, to, on } = scope;
    return [schoolId, from, to, on, years.map(({ year }) => year), years.map(({ bits }) => bits)];
  },
  shown: (row, { on }) => named(row, on),
  privacyFloor: {
    people: 'readers',
    least: 5,
    hides: ['loans', 'returns', 'borrowers', 'borrowingRate', 'loansPerReader'],
  },
  sample: [
    {
      schoolId: '01940000-0000-7000-8000-000000000001',
      school: '实验小学',
      classId: '01940000-0000-7000-8000-000000000002',
      className: '三年级(2)班',
      readers: 45,
      loans: 310,
      returns: 298,
      borrowers: 43,
      borrowingRate: 95.6,
      loansPerReader: 6.9,
    },
  ],
};

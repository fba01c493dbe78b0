import { statement } from '@shulian/service-kit';
import { BEGINNING, perHead, type Report } from '../report-definition.report.js';

/** Among all schools, by what each head has; equals share a rank, and a school that is asked for alone has none. */
const rankBy = (figure: string): string =>
  `case when $1::uuid is null and ${figure} is not null then (rank() over (order by ${figure} desc nulls last))::int end`;

export const schoolsCompared: Report = {
  name: 'schools-compared',
  title: { zh: '各校对比', en: 'Schools compared' },
  parameters: ['schoolId', 'from', 'to'],
  columns: {
    schoolId: { title: { zh: '学校编号', en: 'School id' }, type: 'id' },
    code: { title: { zh: '学校代码', en: 'Code' }, type: 'text' },
    school: { title: { zh: '学校', en: 'School' }, type: 'text' },
    readers: { title: { zh: '读者', en: 'Readers' }, type: 'integer' },
    pupils: { title: { zh: '学生', en: 'Pupils' }, type: 'integer' },
    titles: { title: { zh: '种数', en: 'Titles' }, type: 'integer' },
    copies: { title: { zh: '册数', en: 'Copies' }, type: 'integer' },
    copiesPerPupil: { title: { zh: '生均藏书', en: 'Copies per pupil' }, type: 'decimal' },
    loans: { title: { zh: '借出册数', en: 'Loans' }, type: 'integer' },
    loansPerReader: { title: { zh: '人均借阅', en: 'Loans per reader' }, type: 'decimal' },
    loansRank: { title: { zh: '借阅名次', en: 'Rank by loans' }, type: 'integer' },
    copiesRank: { title: { zh: '藏书名次', en: 'Rank by copies' }, type: 'integer' },
    openLoans: { title: { zh: '在借', en: 'Open loans' }, type: 'integer' },
    overdueLoans: { title: { zh: '逾期', en: 'Overdue' }, type: 'integer' },
  },
  // A school that joined after the period is left out, unless it already had books then.
  statement: statement(
    'report.schools-compared',
    `with school as (
       select s.school_id, coalesce(f.since, s.since) as since, coalesce(f.code, s.code) as code,
              coalesce(f.name, s.name) as name
       from known_school s
         left join lateral (select since, code, name from former_school f
                            where f.school_id = s.school_id and f.until > $4::date order by f.since limit 1) f on true
       where $1::uuid is null or s.school_id = $1
     ), stock as (
       select k.school_id, sum(k.copies)::int as copies, sum(k.titles)::int as titles
       from day_pieces(${BEGINNING}, $4) p cross join lateral (
         select school_id, sum(copies) as copies, sum(titles) as titles from stock_sum
         where school_id = any(array(select school_id from school)) and main_class = '*' and grain = p.grain
           and starts_on between p.starts and p.ends
         group by 1) k
       group by 1
     ), people as (
       select r.school_id, sum(r.readers)::int as readers, sum(r.pupils)::int as pupils
       from day_pieces(${BEGINNING}, $4) p cross join lateral (
         select school_id, sum(readers) as readers, sum(readers) filter (where reader_kind = 'student') as pupils
         from reader_sum where school_id = any(array(select school_id from school)) and grain = p.grain
           and starts_on between p.starts and p.ends
         group by 1) r
       group by 1
     ), lent as (
       select l.school_id, sum(l.loans)::int as loans
       from day_pieces($2, $3) p cross join lateral (
         select school_id, sum(loans) as loans from lending_sum
         where school_id = any(array(select school_id from school)) and grain = p.grain
           and starts_on between p.starts and p.ends
         group by 1) l
       group by 1
     ), open_loans as (
       select l.school_id, sum(l.open)::int as open, sum(l.late)::int as overdue
       from day_pieces(${BEGINNING}, $4) p cross join lateral (
         select school_id, sum(loans - returns - losses) as open, sum(late) as late from lending_sum
         where school_id = any(array(select school_id from school)) and grain = p.grain
           and starts_on between p.starts and p.ends
         group by 1) l
       group by 1
     )
     select s.school_id as "schoolId", s.code, s.name as school, coalesce(p.readers, 0) as readers,
            coalesce(p.pupils, 0) as pupils, coalesce(k.titles, 0) as titles, coalesce(k.copies, 0) as copies,
            ${perHead('k.copies', 'p.pupils')} as "copiesPerPupil", coalesce(l.loans, 0) as loans,
            ${perHead('l.loans', 'p.readers')} as "loansPerReader",
            ${rankBy(perHead('l.loans', 'p.readers'))} as "loansRank",
            ${rankBy(perHead('k.copies', 'p.pupils'))} as "copiesRank", coalesce(o.open, 0) as "openLoans",
            coalesce(o.overdue, 0) as "overdueLoans"
     from school s left join stock k using (school_id) left join people p using (school_id)
       left join lent l using (school_id) left join open_loans o using (school_id)
     where s.since <= $4 or k.copies > 0 or p.readers > 0 or l.loans > 0 or o.open > 0
     order by s.code`,
  ),
  values: ({ schoolId, from, to, on }) => [schoolId, from, to, on],
  sample: [
    {
      schoolId: '01940000-0000-7000-8000-000000000001',
      code: '3601',
      school: '实验小学',
      readers: 1230,
      pupils: 1156,
      titles: 9120,
      copies: 28900,
      copiesPerPupil: 25,
      loans: 36800,
      loansPerReader: 29.9,
      loansRank: 1,
      copiesRank: 2,
      openLoans: 812,
      overdueLoans: 37,
    },
  ],
};

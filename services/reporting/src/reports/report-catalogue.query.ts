import { statement, type Statement } from '@shulian/service-kit';

type Words = { readonly zh: string; readonly en: string };

/** A report: its statement takes school (or null for the county), first day, last day, and today, in this order. */
export type Report = {
  readonly name: string;
  readonly title: Words;
  readonly columns: Readonly<Record<string, Words>>;
  readonly statement: Statement;
};

const LIVING = `not k.withdrawn and not exists (select from lost_copy l where l.copy_id = k.copy_id and l.lost)`;

/** Average per head, one decimal, as the schools write it (36,800 / 1,156 = 31.8); null without heads. */
const perHead = (sum: string, heads: string): string =>
  `round(${sum}::numeric / nullif(${heads}, 0), 1)::float8`;

const loansPerClass: Report = {
  name: 'loans-per-class',
  title: { zh: '班级借阅统计', en: 'Loans per class' },
  columns: {
    schoolId: { zh: '学校', en: 'School' },
    classId: { zh: '班级编号', en: 'Class id' },
    className: { zh: '班级', en: 'Class' },
    readers: { zh: '在册人数', en: 'Readers' },
    loans: { zh: '借出册数', en: 'Loans' },
    returns: { zh: '归还册数', en: 'Returns' },
    borrowers: { zh: '借书人数', en: 'Borrowers' },
    borrowingRate: { zh: '借书率(%)', en: 'Borrowing rate (%)' },
    loansPerReader: { zh: '人均借阅', en: 'Loans per reader' },
  },
  // Loans count for the class of the day of the loan; the rate for those who are in the class now (RPT-020, RPT-021).
  statement: statement(
    'report.loans-per-class',
    `with lent as (
       select d.class_id, sum(d.loans)::int as loans, sum(d.returns)::int as returns from lending_day d
       where d.day between $2::date and $3::date and ($1::uuid is null or d.school_id = $1) group by 1
     ), members as (
       select r.class_id, count(*)::int as readers,
              (count(*) filter (where exists (select from known_loan k where k.reader_id = r.reader_id
                 and k.lending_school_id = r.school_id and k.loaned_on between $2::date and $3::date)))::int as borrowers
       from known_reader r where r.active and r.class_id is not null and ($1::uuid is null or r.school_id = $1) group by 1
     )
     select c.school_id as "schoolId", c.class_id as "classId", c.name as "className", coalesce(m.readers, 0) as readers,
            coalesce(l.loans, 0) as loans, coalesce(l.returns, 0) as returns, coalesce(m.borrowers, 0) as borrowers,
            round(100.0 * m.borrowers / nullif(m.readers, 0), 1)::float8 as "borrowingRate",
            ${perHead('l.loans', 'm.readers')} as "loansPerReader", $4::text as today
     from known_class c left join lent l using (class_id) left join members m using (class_id)
     where ($1::uuid is null or c.school_id = $1) and (l.class_id is not null or m.class_id is not null)
     order by c.school_id, c.section, c.entry_year desc, c.class_no, c.class_id`,
  ),
};

const loansPerReaderKind: Report = {
  name: 'loans-per-reader-kind',
  title: { zh: '读者类型借阅统计', en: 'Loans per kind of reader' },
  columns: {
    readerKind: { zh: '读者类型', en: 'Kind of reader' },
    readers: { zh: '在册人数', en: 'Readers' },
    loans: { zh: '借出册数', en: 'Loans' },
    renewals: { zh: '续借', en: 'Renewals' },
    returns: { zh: '归还册数', en: 'Returns' },
    losses: { zh: '丢失', en: 'Lost' },
    loansPerReader: { zh: '人均借阅', en: 'Loans per reader' },
  },
  statement: statement(
    'report.loans-per-reader-kind',
    `with lent as (
       select reader_kind as kind, sum(loans)::int as loans, sum(renewals)::int as renewals,
              sum(returns)::int as returns, sum(losses)::int as losses from lending_day
       where day between $2::date and $3::date and ($1::uuid is null or school_id = $1) group by 1
     ), people as (
       select kind, count(*)::int as readers from known_reader
       where active and ($1::uuid is null or school_id = $1) group by 1
     )
     select coalesce(l.kind, p.kind) as "readerKind", coalesce(p.readers, 0) as readers, coalesce(l.loans, 0) as loans,
            coalesce(l.renewals, 0) as renewals, coalesce(l.returns, 0) as returns, coalesce(l.losses, 0) as losses,
            ${perHead('l.loans', 'p.readers')} as "loansPerReader", $4::text as today
     from lent l full join people p using (kind) order by 1`,
  ),
};

const holdingsByClass: Report = {
  name: 'holdings-by-clc',
  title: { zh: '馆藏分类统计', en: 'Holdings by main class' },
  columns: {
    mainClass: { zh: '中图法大类', en: 'CLC main class' },
    titles: { zh: '种数', en: 'Titles' },
    copies: { zh: '册数', en: 'Copies' },
    copiesPerTitle: { zh: '平均复本', en: 'Copies per title' },
    valueFen: { zh: '金额(分)', en: 'Value (fen)' },
    sharePercent: { zh: '占比(%)', en: 'Share (%)' },
  },
  // Average copies with three decimals, as registers have it: 214,392 / 80,974 = 2.648 (RPT-012).
  statement: statement(
    'report.holdings-by-clc',
    `select coalesce(substring(upper(k.clc) from '^[\\[{(]*([A-Z])'), '?') as "mainClass",
            count(distinct k.title_id)::int as titles, count(*)::int as copies,
            round(count(*)::numeric / count(distinct k.title_id), 3)::float8 as "copiesPerTitle",
            coalesce(sum(k.price_fen), 0)::float8 as "valueFen",
            round(100.0 * count(*) / sum(count(*)) over (), 1)::float8 as "sharePercent",
            $2::date is null and $3::date is null and $4::text is null as unused
     from known_copy k where ${LIVING} and ($1::uuid is null or k.school_id = $1) group by 1 order by 1`,
  ),
};

const schoolsCompared: Report = {
  name: 'schools-compared',
  title: { zh: '各校对比', en: 'Schools compared' },
  columns: {
    schoolId: { zh: '学校编号', en: 'School id' },
    code: { zh: '学校代码', en: 'Code' },
    school: { zh: '学校', en: 'School' },
    readers: { zh: '读者', en: 'Readers' },
    pupils: { zh: '学生', en: 'Pupils' },
    titles: { zh: '种数', en: 'Titles' },
    copies: { zh: '册数', en: 'Copies' },
    copiesPerPupil: { zh: '生均藏书', en: 'Copies per pupil' },
    loans: { zh: '借出册数', en: 'Loans' },
    loansPerReader: { zh: '人均借阅', en: 'Loans per reader' },
    openLoans: { zh: '在借', en: 'Open loans' },
    overdueLoans: { zh: '逾期', en: 'Overdue' },
  },
  statement: statement(
    'report.schools-compared',
    `with stock as (
       select school_id, count(*)::int as copies, count(distinct title_id)::int as titles
       from known_copy k where ${LIVING} group by 1
     ), people as (
       select school_id, count(*)::int as readers, (count(*) filter (where kind = 'student'))::int as pupils
       from known_reader where active group by 1
     ), lent as (
       select school_id, sum(loans)::int as loans from lending_day where day between $2::date and $3::date group by 1
     ), open_loans as (
       select lending_school_id as school_id, count(*)::int as open,
              (count(*) filter (where due_on < $4::date))::int as overdue
       from known_loan where state = 'open' group by 1
     )
     select s.school_id as "schoolId", s.code, s.name as school, coalesce(p.readers, 0) as readers,
            coalesce(p.pupils, 0) as pupils, coalesce(k.titles, 0) as titles, coalesce(k.copies, 0) as copies,
            ${perHead('k.copies', 'p.pupils')} as "copiesPerPupil", coalesce(l.loans, 0) as loans,
            ${perHead('l.loans', 'p.readers')} as "loansPerReader", coalesce(o.open, 0) as "openLoans",
            coalesce(o.overdue, 0) as "overdueLoans"
     from known_school s left join stock k using (school_id) left join people p using (school_id)
       left join lent l using (school_id) left join open_loans o using (school_id)
     where $1::uuid is null or s.school_id = $1
     order by s.code`,
  ),
};

export const reports: readonly Report[] = [
  loansPerClass,
  loansPerReaderKind,
  holdingsByClass,
  schoolsCompared,
];

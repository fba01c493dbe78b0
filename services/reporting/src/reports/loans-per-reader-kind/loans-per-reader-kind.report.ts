import { statement } from '@shulian/service-kit';
import { visitsBy } from '../pieces-of-use.report.js';
import { ofNoReader, readerKinds } from '../reader-kinds.report.js';
import { BEGINNING, perHead, type Report } from '../report-definition.report.js';

export const loansPerReaderKind: Report = {
  name: 'loans-per-reader-kind',
  title: { zh: '读者类型借阅统计', en: 'Loans per kind of reader' },
  parameters: ['schoolId', 'from', 'to'],
  columns: {
    readerKind: { title: { zh: '读者类型', en: 'Kind of reader' }, type: 'text', words: readerKinds },
    readers: { title: { zh: '在册人数', en: 'Readers' }, type: 'integer' },
    loans: { title: { zh: '借出册数', en: 'Loans' }, type: 'integer' },
    renewals: { title: { zh: '续借', en: 'Renewals' }, type: 'integer' },
    returns: { title: { zh: '归还册数', en: 'Returns' }, type: 'integer' },
    losses: { title: { zh: '丢失', en: 'Lost' }, type: 'integer' },
    inRoom: { title: { zh: '室内阅览册次', en: 'Read in the room' }, type: 'integer' },
    visits: { title: { zh: '到馆阅览人次', en: 'Visits' }, type: 'integer' },
    loansPerReader: { title: { zh: '人均借阅', en: 'Loans per reader' }, type: 'decimal' },
  },
  statement: statement(
    'report.loans-per-reader-kind',
    `with school as (
       select school_id from known_school where $1::uuid is null or school_id = $1
     ), lent as (
       select l.reader_kind, sum(l.loans)::int as loans, sum(l.renewals)::int as renewals,
              sum(l.returns)::int as returns, sum(l.losses)::int as losses, sum(l.in_room)::int as in_room
       from day_pieces($2, $3) p cross join lateral (
         select reader_kind, sum(loans) as loans, sum(renewals) as renewals, sum(returns) as returns, sum(losses) as losses,
                sum(in_room) as in_room
         from lending_sum where school_id = any(array(select school_id from school)) and grain = p.grain
           and starts_on between p.starts and p.ends
         group by 1) l
       group by 1
     ), people as (
       select r.reader_kind, sum(r.readers)::int as readers
       from day_pieces(${BEGINNING}, $4) p cross join lateral (
         select reader_kind, sum(readers) as readers from reader_sum
         where school_id = any(array(select school_id from school)) and grain = p.grain
           and starts_on between p.starts and p.ends
         group by 1) r
       group by 1
     ), ${visitsBy('visited', 'reader_kind')}
     select reader_kind as "readerKind", coalesce(p.readers, 0) as readers, coalesce(l.loans, 0) as loans,
            coalesce(l.renewals, 0) as renewals, coalesce(l.returns, 0) as returns, coalesce(l.losses, 0) as losses,
            coalesce(l.in_room, 0) as "inRoom", coalesce(v.visits, 0) as visits,
            ${perHead('l.loans', 'p.readers')} as "loansPerReader"
     from lent l full join people p using (reader_kind) full join visited v using (reader_kind)
     where p.readers > 0 or l.loans > 0 or l.renewals > 0 or l.returns > 0 or l.losses > 0 or l.in_room > 0 or v.visits > 0
     order by 1`,
  ),
  privacyFloor: {
    people: 'readers',
    least: 5,
    hides: ['loans', 'renewals', 'returns', 'losses', 'inRoom', 'visits', 'loansPerReader'],
    ofNobody: ({ readerKind }) => ofNoReader(readerKind),
  },
  values: ({ schoolId, from, to, on }) => [schoolId, from, to, on],
  sample: [
    {
      readerKind: 'student',
      readers: 1156,
      loans: 36800,
      renewals: 410,
      returns: 35990,
      losses: 12,
      inRoom: 940,
      visits: 8_000,
      loansPerReader: 31.8,
    },
  ],
};

import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, CopyId, TitleId } from '@shulian/contracts/ids';

const mainClassOf = (clc: string): string =>
  `case when ${clc} ~ '^[A-KN-VXZ]' then left(${clc}, 1) else '-' end`;

/** In the order of schools; they are there, as every copy has its line. */
const HOLD = statement(
  'registers.holdSchools',
  `select from register
   where school_id in (select school_id from copy where id = any($1::uuid[])) order by school_id for update`,
);

/** One line for each school and main class in which both stand, put to the accession of one of the copies. */
const RECOUNT = statement(
  'registers.recountTitles',
  `with pair as (
     select distinct on (c.school_id, ${mainClassOf('c.clc')})
       c.school_id, c.id as copy_id, c.title_id, c.clc, l.number as corrects
     from copy c join register_line l on l.copy_id = c.id and l.kind = 'accession'
     where c.id = any($1::uuid[]) and c.stock_state <> 'withdrawn' and exists (
       select from copy k
       where k.title_id = $2 and k.school_id = c.school_id and k.stock_state <> 'withdrawn'
         and ${mainClassOf('k.clc')} = ${mainClassOf('c.clc')} and k.id <> all($1::uuid[]))
     order by c.school_id, ${mainClassOf('c.clc')}, c.id
   ), counted as (
     select b.*, r.period, row_number() over (partition by b.school_id order by b.copy_id) - 1 as at
     from pair b join register r on r.school_id = b.school_id
   ), schools as (
     select school_id, min(period) as period, count(*)::int as lines from counted group by school_id
   ), known as (
     select s.school_id, n.number from schools s join register_batch n
       on n.school_id = s.school_id and n.period = s.period and n.day = $3::date and n.side = 'value'
      and n.source = 'correction' and n.document_number is null and n.import_id is null
   ), made as (
     insert into register_batch (school_id, number, period, day, side, source)
     select r.school_id, r.next_batch, s.period, $3::date, 'value', 'correction'
     from schools s join register r on r.school_id = s.school_id
     where not exists (select from known k where k.school_id = s.school_id)
     returning school_id, number
   ), batch as (
     select * from known union all select * from made
   ), taken as (
     update register r set next_line = r.next_line + s.lines,
       next_batch = r.next_batch + (select count(*)::int from made m where m.school_id = r.school_id)
     from schools s where r.school_id = s.school_id
     returning r.school_id, r.next_line - s.lines as first
   )
   insert into register_line (school_id, number, batch, period, day, kind, copy_id, title_id, volumes, titles, fen, clc,
                              corrects, by_whom)
   select c.school_id, t.first + c.at, b.number, c.period, $3::date, 'correction', c.copy_id, c.title_id, 0, $4::int, 0,
          c.clc, c.corrects, $5
   from counted c join taken t on t.school_id = c.school_id join batch b on b.school_id = c.school_id`,
);

/** Lines that count titles anew, in the books of many schools. */
export class TitleRecountsRepository {
  constructor(private readonly session: Session) {}

  async recount(
    copies: readonly CopyId[],
    besides: TitleId,
    how: { readonly day: CalendarDay; readonly by: string; readonly titles: 1 | -1 },
  ): Promise<void> {
    if (copies.length === 0) return;
    // What the next statement sees must be what others who held the books have left.
    await this.session.rows(HOLD, [copies]);
    await this.session.rows(RECOUNT, [copies, besides, how.day, how.titles, how.by]);
  }
}

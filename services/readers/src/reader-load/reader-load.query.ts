import { Injectable } from '@nestjs/common';
import { afterCursor, Clock, Lists, pageOf, type Page } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { schoolYearOf } from '../classes/rules/school-class.js';
import { textOfCursor } from '../plain-text.http.js';
import type { ReaderLoad, ReaderLoadsAsked } from './reader-load.http.js';

const LOADS = `select s.id as "schoolId", s.code, s.name, n.readers, n.pupils, n.staff, n.external, l.librarians,
    round(n.readers::numeric / nullif(l.librarians, 0), 1)::float8 as "readersPerLibrarian"
  from (select id, code, name from school where ($1::uuid is null or id = $1) and ($2::text is null or code > $2)
    order by code limit $4) s
  cross join lateral (
    select count(*)::int as readers, (count(*) filter (where r.kind = 'student'))::int as pupils,
      (count(*) filter (where r.kind in ('teacher', 'staff')))::int as staff,
      (count(*) filter (where r.kind = 'external'))::int as external
    from reader r left join school_class k on k.id = r.class_id
    where r.school_id = s.id and is_here(r.kind, r.left_on, k.section, k.entry_year, $3)) n
  cross join lateral (
    select count(distinct a.id)::int as librarians from account_grant g join account a on a.id = g.account_id
    where g.school_id = s.id and g.role = 'librarian' and a.disabled_at is null) l
  order by s.code`;

/** Readers of libraries against those who work there. */
@Injectable()
export class ReaderLoadQuery {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  /** @param schoolId null: all schools of the county */
  async page(input: ReaderLoadsAsked, schoolId: SchoolId | null): Promise<Page<ReaderLoad>> {
    const rows = await this.lists.rows<ReaderLoad>(LOADS, [
      schoolId,
      afterCursor(input.cursor, 1)?.map(textOfCursor)[0] ?? null,
      schoolYearOf(this.clock.today()),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ code }) => [code],
    );
  }
}

import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  Clock,
  Database,
  idAfter,
  Lists,
  pageOf,
  statement,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import type { StaffAsked, StaffCountsAsked, StaffCountsView, StaffMemberView } from './library-staff.http.js';
import { STAFF_VIEW, toStaffView, type FoundStaffMember } from './staff-member.row.js';

const BY_ID = statement('libraryStaff.byId', `${STAFF_VIEW} where m.id = $1`);
const LIST = `${STAFF_VIEW}
  where ($1::uuid is null or m.school_id = $1)
    and ($2::boolean or ($3::date >= m.starts_on and $3::date <= coalesce(m.ends_on, 'infinity')))
    and ($4::uuid is null or (m.school_id, m.id) > ($4::uuid, $5::uuid))
  order by m.school_id, m.id limit $6`;
/** Every school has a line, also one without anybody. */
const COUNTS = `select s.id as "schoolId", s.name as "schoolName", n.*
  from school s cross join lateral (
    select count(*)::int as staff,
      count(*) filter (where m.title in ('research-librarian', 'associate-research-librarian'))::int as senior,
      count(*) filter (where m.title = 'librarian')::int as librarians,
      count(*) filter (where m.title = 'assistant-librarian')::int as assistants,
      count(*) filter (where m.title = 'clerk')::int as clerks,
      count(*) filter (where m.education in ('doctor', 'master', 'bachelor'))::int as bachelors,
      count(*) filter (where m.education = 'college')::int as colleges,
      count(*) filter (where m.education = 'secondary')::int as secondaries,
      count(*) filter (where m.certificate_number is not null
        and coalesce(m.certificate_expires_on, 'infinity') >= $2::date)::int as certified,
      bool_and(m.education in ('doctor', 'master', 'bachelor')) filter (where m.is_head) as "headHasBachelor"
    from library_staff m
    where m.school_id = s.id and $2::date between m.starts_on and coalesce(m.ends_on, 'infinity')) n
  where ($1::uuid is null or s.id = $1) and ($3::uuid is null or s.id > $3)
  order by s.id limit $4`;

/** Who works in the libraries, by school. */
@Injectable()
export class LibraryStaff {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 also for who works at another school */
  async byId(caller: Caller, id: string): Promise<StaffMemberView> {
    const [found] = await this.database.rows<FoundStaffMember>(BY_ID, [id]);
    if (found === undefined || !caller.mayWorkAt(found.schoolId)) throw unknownThing();
    return toStaffView(found, this.clock.today());
  }

  async list(caller: Caller, input: StaffAsked): Promise<Page<StaffMemberView>> {
    const today = this.clock.today();
    const after = afterCursor(input.cursor, 2);
    const rows = await this.lists.rows<FoundStaffMember>(LIST, [
      caller.schoolOrCounty(input.schoolId),
      input.former ?? false,
      input.on ?? today,
      after?.[0] ?? null,
      after?.[1] ?? null,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => toStaffView(row, today),
      ({ schoolId, id }) => [schoolId, id],
    );
  }

  async counts(caller: Caller, input: StaffCountsAsked): Promise<Page<StaffCountsView>> {
    const rows = await this.lists.rows<StaffCountsView>(COUNTS, [
      caller.schoolOrCounty(input.schoolId),
      input.on ?? this.clock.today(),
      idAfter(input.cursor),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ schoolId }) => [schoolId],
    );
  }
}

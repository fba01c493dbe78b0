import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { StaffMemberView } from './library-staff.http.js';
import type { StaffMember } from './rules/staff-member.js';
import { libraryStaffTable, STAFF_VIEW, toStaffView, type FoundStaffMember } from './staff-member.row.js';

const VIEW = statement('libraryStaff.view', `${STAFF_VIEW} where m.id = $1`);
const OTHER_HEAD = statement(
  'libraryStaff.otherHead',
  `select 1 from library_staff where school_id = $1 and is_head and id <> $2
     and starts_on <= coalesce($4::date, 'infinity') and coalesce(ends_on, 'infinity') >= $3::date`,
);
const OF_SCHOOL = statement(
  'libraryStaff.readerOfSchool',
  'select 1 from reader where id = $1 and school_id = $2',
);

export class LibraryStaffRepository {
  constructor(private readonly session: Session) {}

  async add(member: StaffMember): Promise<void> {
    await this.session.manager.insert(libraryStaffTable, member);
  }

  locked(id: string): Promise<StaffMember | null> {
    return this.session.manager.findOne(libraryStaffTable, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async change(member: StaffMember): Promise<void> {
    await this.session.manager.update(libraryStaffTable, { id: member.id }, member);
  }

  async remove(id: string): Promise<void> {
    await this.session.manager.delete(libraryStaffTable, { id });
  }

  /** Whether somebody else is head in some of these days; the school is locked. */
  async isAnotherHead({ schoolId, id, startsOn, endsOn }: StaffMember): Promise<boolean> {
    return (await this.session.rows(OTHER_HEAD, [schoolId, id, startsOn, endsOn])).length > 0;
  }

  async isReaderOf(schoolId: string, readerId: string): Promise<boolean> {
    return (await this.session.rows(OF_SCHOOL, [readerId, schoolId])).length > 0;
  }

  async view(id: string, today: CalendarDay): Promise<StaffMemberView> {
    const [found] = await this.session.rows<FoundStaffMember>(VIEW, [id]);
    if (found === undefined) throw new Error('an entry that is there is shown');
    return toStaffView(found, today);
  }
}

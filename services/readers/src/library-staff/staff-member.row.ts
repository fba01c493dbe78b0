import { EntitySchema } from 'typeorm';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { StaffMemberView } from './library-staff.http.js';
import { faultsOf, type StaffMember } from './rules/staff-member.js';

const textOrNull = { type: 'text', nullable: true } as const;
const dayOrNull = { type: 'date', nullable: true } as const;

export const libraryStaffTable = new EntitySchema<StaffMember>({
  name: 'library_staff',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    schoolId: { type: 'uuid', name: 'school_id' },
    name: { type: 'text' },
    readerId: { type: 'uuid', name: 'reader_id', nullable: true },
    title: { type: 'text' },
    education: { type: 'text' },
    post: { type: 'text' },
    isHead: { type: 'boolean', name: 'is_head' },
    weeklyHours: { type: 'int', name: 'weekly_hours', nullable: true },
    certificateNumber: { ...textOrNull, name: 'certificate_number' },
    certificateIssuedOn: { ...dayOrNull, name: 'certificate_issued_on' },
    certificateExpiresOn: { ...dayOrNull, name: 'certificate_expires_on' },
    startsOn: { type: 'date', name: 'starts_on' },
    endsOn: { ...dayOrNull, name: 'ends_on' },
    enteredOn: { type: 'date', name: 'entered_on' },
    enteredBy: { type: 'text', name: 'entered_by' },
  },
});

/** A member `m` of the staff, with the school's name. */
export const STAFF_VIEW = `select m.id, m.version, m.school_id as "schoolId", s.name as "schoolName", m.name, m.reader_id as "readerId",
    m.title, m.education, m.post, m.is_head as "isHead", m.weekly_hours as "weeklyHours",
    m.certificate_number as "certificateNumber", m.certificate_issued_on::text as "certificateIssuedOn",
    m.certificate_expires_on::text as "certificateExpiresOn", m.starts_on::text as "startsOn", m.ends_on::text as "endsOn",
    m.entered_on::text as "enteredOn"
  from library_staff m join school s on s.id = m.school_id`;

export type FoundStaffMember = Omit<StaffMemberView, 'faults'>;

/** With what is asked of the person and is not so today; nothing of who has gone. */
export const toStaffView = (found: FoundStaffMember, today: CalendarDay): StaffMemberView => ({
  ...found,
  faults: found.endsOn !== null && found.endsOn < today ? [] : faultsOf(found, today),
});

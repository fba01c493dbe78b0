import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  refuseIfStale,
  Transaction,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import { SchoolsRepository } from '../schools/schools.repository.js';
import { LibraryStaffRepository } from './library-staff.repository.js';
import type { StaffMemberAsked, StaffMemberChangeAsked } from './library-staff.http.js';
import type { StaffMember } from './rules/staff-member.js';
import { staffMemberKept, staffMemberRemoved } from './staff-member.events.js';

/** The register of who works in the library of a school (RDR-036). What is not as it should be is entered too, and shown. */
@Injectable()
export class KeepStaff {
  constructor(
    private readonly once: OncePerKey,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for a reader of another school, 400 for days in the wrong order, 409 `library-staff.head-already` */
  enter(caller: Caller, input: StaffMemberAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    return this.once.run(request, 201, async (tx) => {
      const today = this.clock.today();
      const member: StaffMember = {
        id: newId(),
        version: 1,
        schoolId,
        name: input.name,
        readerId: input.readerId ?? null,
        title: input.title,
        education: input.education,
        post: input.post,
        isHead: input.isHead,
        weeklyHours: input.weeklyHours ?? null,
        certificateNumber: input.certificateNumber ?? null,
        certificateIssuedOn: dayOrNull(input.certificateIssuedOn),
        certificateExpiresOn: dayOrNull(input.certificateExpiresOn),
        startsOn: (input.startsOn ?? today) as CalendarDay,
        endsOn: dayOrNull(input.endsOn),
        enteredOn: today,
        enteredBy: caller.id,
      };
      await refuseUnsound(tx, member);
      await tx.use(LibraryStaffRepository).add(member);
      await tx.outbox.append(staffMemberKept(member));
      return tx.use(LibraryStaffRepository).view(member.id, today);
    });
  }

  /** @throws Problem 404, 412, 422, 400, 409 `library-staff.head-already` */
  change(
    caller: Caller,
    id: string,
    version: number,
    input: StaffMemberChangeAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const before = await lockedMember(tx, caller, id);
      refuseIfStale(version, before.version);
      const or = <T>(given: T | undefined, known: T): T => (given === undefined ? known : given);
      const member: StaffMember = {
        ...before,
        version: before.version + 1,
        name: input.name ?? before.name,
        readerId: or(input.readerId, before.readerId),
        title: input.title ?? before.title,
        education: input.education ?? before.education,
        post: input.post ?? before.post,
        isHead: input.isHead ?? before.isHead,
        weeklyHours: or(input.weeklyHours, before.weeklyHours),
        certificateNumber: or(input.certificateNumber, before.certificateNumber),
        certificateIssuedOn: dayOrNull(or(input.certificateIssuedOn, before.certificateIssuedOn)),
        certificateExpiresOn: dayOrNull(or(input.certificateExpiresOn, before.certificateExpiresOn)),
        startsOn: (input.startsOn ?? before.startsOn) as CalendarDay,
        endsOn: dayOrNull(or(input.endsOn, before.endsOn)),
      };
      await refuseUnsound(tx, member);
      await tx.use(LibraryStaffRepository).change(member);
      await tx.outbox.append(staffMemberKept(member));
      return tx.use(LibraryStaffRepository).view(id, this.clock.today());
    });
  }

  /** @throws Problem 404, 409 `library-staff.of-another-day` */
  async remove(caller: Caller, id: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const member = await lockedMember(tx, caller, id);
      if (member.enteredOn !== this.clock.today()) throw conflict('library-staff.of-another-day');
      await tx.use(LibraryStaffRepository).remove(id);
      await tx.outbox.append(staffMemberRemoved(member));
    });
  }
}

const dayOrNull = (day: string | null | undefined): CalendarDay | null => (day ?? null) as CalendarDay | null;

async function lockedMember(tx: Tx, caller: Caller, id: string): Promise<StaffMember> {
  const member = await tx.use(LibraryStaffRepository).locked(id);
  if (member === null || !caller.mayWorkAt(member.schoolId)) throw unknownThing();
  return member;
}

async function refuseUnsound(tx: Tx, member: StaffMember): Promise<void> {
  const {
    schoolId,
    readerId,
    startsOn,
    endsOn,
    certificateNumber,
    certificateIssuedOn,
    certificateExpiresOn,
  } = member;
  if (endsOn !== null && endsOn < startsOn) throw invalid({ pointer: '/endsOn', code: 'before-starts-on' });
  const isDated = certificateIssuedOn !== null || certificateExpiresOn !== null;
  if (certificateNumber === null && isDated)
    throw invalid({ pointer: '/certificateNumber', code: 'missing' });
  const isUpsideDown =
    certificateIssuedOn !== null &&
    certificateExpiresOn !== null &&
    certificateExpiresOn < certificateIssuedOn;
  if (isUpsideDown) throw invalid({ pointer: '/certificateExpiresOn', code: 'before-issued-on' });
  const staff = tx.use(LibraryStaffRepository);
  if (readerId !== null && !(await staff.isReaderOf(schoolId, readerId))) throw unknownReference('/readerId');
  if (!member.isHead) return;
  // Two heads who are entered at the same moment wait here.
  await tx.use(SchoolsRepository).locked(schoolId);
  if (await staff.isAnotherHead(member)) throw conflict('library-staff.head-already');
}

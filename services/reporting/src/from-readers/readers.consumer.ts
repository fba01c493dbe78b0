import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  CalendarChangedV1,
  CardBlockedV1,
  CardIssuedV1,
  CardReplacedV1,
  ClassChangedV1,
  ClassOpenedV1,
  ReaderEnrolledV1,
  ReaderLeftV1,
  ReaderMovedClassV1,
  ReaderReinstatedV1,
  ReaderSuspendedV1,
  SchoolChangedV1,
  SchoolOpenedV1,
  StaffMemberKeptV1,
  TermChangedV1,
  TermOpenedV1,
} from '@shulian/contracts/readers';
import { Clock, Digests, PassesOver, type Digesting } from '@shulian/service-kit';
import { KnownPeopleRepository } from './known-people.repository.js';
import { KnownStaffRepository } from './known-staff.repository.js';

/** What reporting hears of schools, terms, classes and readers. */
@PassesOver(
  'from-readers',
  CalendarChangedV1,
  CardIssuedV1,
  CardBlockedV1,
  CardReplacedV1,
  ReaderSuspendedV1,
  ReaderReinstatedV1,
)
@Controller()
export class ReadersConsumer {
  constructor(private readonly clock: Clock) {}

  @Digests('from-readers', SchoolOpenedV1)
  schoolOpened(@Payload() event: SchoolOpenedV1, @Ctx() { tx }: Digesting): void {
    tx.use(KnownPeopleRepository).knowSchool(event, this.dayOf(event));
  }

  @Digests('from-readers', SchoolChangedV1)
  schoolChanged(@Payload() event: SchoolChangedV1, @Ctx() { tx }: Digesting): void {
    tx.use(KnownPeopleRepository).knowSchool(event, this.dayOf(event));
  }

  @Digests('from-readers', StaffMemberKeptV1)
  staffMemberKept(@Payload() event: StaffMemberKeptV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownStaffRepository).know(event);
  }

  @Digests('from-readers', TermOpenedV1)
  termOpened(@Payload() event: TermOpenedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownPeopleRepository).knowTerm(event);
  }

  @Digests('from-readers', TermChangedV1)
  termChanged(@Payload() event: TermChangedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownPeopleRepository).knowTerm(event);
  }

  @Digests('from-readers', ClassOpenedV1)
  classOpened(@Payload() event: ClassOpenedV1, @Ctx() { tx }: Digesting): void {
    tx.use(KnownPeopleRepository).knowClass(event, this.dayOf(event));
  }

  @Digests('from-readers', ClassChangedV1)
  classChanged(@Payload() event: ClassChangedV1, @Ctx() { tx }: Digesting): void {
    tx.use(KnownPeopleRepository).knowClass(event, this.dayOf(event));
  }

  @Digests('from-readers', ReaderEnrolledV1)
  enrolled(@Payload() event: ReaderEnrolledV1, @Ctx() { tx }: Digesting): void {
    tx.use(KnownPeopleRepository).knowReader(event, this.dayOf(event));
  }

  @Digests('from-readers', ReaderMovedClassV1)
  movedClass(@Payload() event: ReaderMovedClassV1, @Ctx() { tx }: Digesting): void {
    tx.use(KnownPeopleRepository).knowReader(event, this.dayOf(event));
  }

  @Digests('from-readers', ReaderLeftV1)
  left(@Payload() event: ReaderLeftV1, @Ctx() { tx }: Digesting): void {
    tx.use(KnownPeopleRepository).knowReader(event, this.dayOf(event));
  }

  /** The day in the county on which something was said that names no day itself. */
  private dayOf({ time }: { readonly time: string }) {
    return this.clock.dayOf(new Date(time));
  }
}

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
  TermChangedV1,
  TermOpenedV1,
} from '@shulian/contracts/readers';
import { Digests, type Digesting } from '@shulian/service-kit';
import type { CirculationStore } from '../circulation.store.js';
import {
  cardBlocked,
  cardIssued,
  cardReplaced,
  enrolled,
  left,
  movedClass,
  reinstated,
  suspended,
} from './known-reader.projection.js';

const ROOM = 'from-readers';
type Told = Digesting<CirculationStore>;

@Controller()
export class ReadersConsumer {
  @Digests(ROOM, SchoolOpenedV1)
  schoolOpened(@Payload() event: SchoolOpenedV1, @Ctx() { store }: Told): Promise<void> {
    return store.knownSchools.knowSchool(event);
  }

  @Digests(ROOM, SchoolChangedV1)
  schoolChanged(@Payload() event: SchoolChangedV1, @Ctx() { store }: Told): Promise<void> {
    return store.knownSchools.knowSchool(event);
  }

  @Digests(ROOM, TermOpenedV1)
  termOpened(@Payload() event: TermOpenedV1, @Ctx() { store }: Told): Promise<void> {
    return store.knownSchools.knowTerm(event);
  }

  @Digests(ROOM, TermChangedV1)
  termChanged(@Payload() event: TermChangedV1, @Ctx() { store }: Told): Promise<void> {
    return store.knownSchools.knowTerm(event);
  }

  @Digests(ROOM, CalendarChangedV1)
  calendarChanged(@Payload() event: CalendarChangedV1, @Ctx() { store }: Told): Promise<void> {
    return store.knownSchools.knowYear(event);
  }

  @Digests(ROOM, ClassOpenedV1)
  classOpened(@Payload() event: ClassOpenedV1, @Ctx() { store }: Told): Promise<void> {
    return store.knownSchools.knowClass(event);
  }

  @Digests(ROOM, ClassChangedV1)
  classChanged(@Payload() event: ClassChangedV1, @Ctx() { store }: Told): Promise<void> {
    return store.knownSchools.knowClass(event);
  }

  @Digests(ROOM, ReaderEnrolledV1)
  enrolled(@Payload() event: ReaderEnrolledV1, @Ctx() { store }: Told): Promise<void> {
    return store.knownReaders.change(event.data.readerId, enrolled(event));
  }

  @Digests(ROOM, ReaderMovedClassV1)
  movedClass(@Payload() event: ReaderMovedClassV1, @Ctx() { store }: Told): Promise<void> {
    return store.knownReaders.change(event.data.readerId, movedClass(event));
  }

  @Digests(ROOM, ReaderLeftV1)
  left(@Payload() event: ReaderLeftV1, @Ctx() { store }: Told): Promise<void> {
    return store.knownReaders.change(event.data.readerId, left(event));
  }

  @Digests(ROOM, ReaderSuspendedV1)
  suspended(@Payload() event: ReaderSuspendedV1, @Ctx() { store }: Told): Promise<void> {
    return store.knownReaders.change(event.data.readerId, suspended(event));
  }

  @Digests(ROOM, ReaderReinstatedV1)
  reinstated(@Payload() event: ReaderReinstatedV1, @Ctx() { store }: Told): Promise<void> {
    return store.knownReaders.change(event.data.readerId, reinstated(event));
  }

  @Digests(ROOM, CardIssuedV1)
  cardIssued(@Payload() event: CardIssuedV1, @Ctx() { store }: Told): Promise<void> {
    return store.knownReaders.knowCards([cardIssued(event)]);
  }

  @Digests(ROOM, CardBlockedV1)
  cardBlocked(@Payload() event: CardBlockedV1, @Ctx() { store }: Told): Promise<void> {
    return store.knownReaders.knowCards([cardBlocked(event)]);
  }

  @Digests(ROOM, CardReplacedV1)
  cardReplaced(@Payload() event: CardReplacedV1, @Ctx() { store }: Told): Promise<void> {
    return store.knownReaders.knowCards(cardReplaced(event));
  }
}

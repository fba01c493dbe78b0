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
import { cardBlocked, cardIssued, cardReplaced, knownReaderAfter } from './known-reader.projection.js';
import { KnownReadersRepository } from './known-readers.repository.js';
import { KnownSchoolsRepository } from './known-schools.repository.js';

const ROOM = 'from-readers';

@Controller()
export class ReadersConsumer {
  @Digests(ROOM, SchoolOpenedV1)
  schoolOpened(@Payload() event: SchoolOpenedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownSchoolsRepository).knowSchool(event);
  }

  @Digests(ROOM, SchoolChangedV1)
  schoolChanged(@Payload() event: SchoolChangedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownSchoolsRepository).knowSchool(event);
  }

  @Digests(ROOM, TermOpenedV1)
  termOpened(@Payload() event: TermOpenedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownSchoolsRepository).knowTerm(event);
  }

  @Digests(ROOM, TermChangedV1)
  termChanged(@Payload() event: TermChangedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownSchoolsRepository).knowTerm(event);
  }

  @Digests(ROOM, CalendarChangedV1)
  calendarChanged(@Payload() event: CalendarChangedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownSchoolsRepository).knowYear(event);
  }

  @Digests(ROOM, ClassOpenedV1)
  classOpened(@Payload() event: ClassOpenedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownSchoolsRepository).knowClass(event);
  }

  @Digests(ROOM, ClassChangedV1)
  classChanged(@Payload() event: ClassChangedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownSchoolsRepository).knowClass(event);
  }

  @Digests(ROOM, ReaderEnrolledV1)
  enrolled(@Payload() event: ReaderEnrolledV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownReadersRepository).know(knownReaderAfter(event));
  }

  @Digests(ROOM, ReaderMovedClassV1)
  movedClass(@Payload() event: ReaderMovedClassV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownReadersRepository).know(knownReaderAfter(event));
  }

  @Digests(ROOM, ReaderLeftV1)
  left(@Payload() event: ReaderLeftV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownReadersRepository).know(knownReaderAfter(event));
  }

  @Digests(ROOM, ReaderSuspendedV1)
  suspended(@Payload() event: ReaderSuspendedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownReadersRepository).know(knownReaderAfter(event));
  }

  @Digests(ROOM, ReaderReinstatedV1)
  reinstated(@Payload() event: ReaderReinstatedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownReadersRepository).know(knownReaderAfter(event));
  }

  @Digests(ROOM, CardIssuedV1)
  cardIssued(@Payload() event: CardIssuedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownReadersRepository).knowCards([cardIssued(event)]);
  }

  @Digests(ROOM, CardBlockedV1)
  cardBlocked(@Payload() event: CardBlockedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownReadersRepository).knowCards([cardBlocked(event)]);
  }

  @Digests(ROOM, CardReplacedV1)
  cardReplaced(@Payload() event: CardReplacedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownReadersRepository).knowCards(cardReplaced(event));
  }
}

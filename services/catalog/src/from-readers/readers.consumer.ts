import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  CalendarChangedV1,
  CardBlockedV1,
  CardIssuedV1,
  CardReplacedV1,
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
import { Digests, PassesOver, type Digesting } from '@shulian/service-kit';
import { knownSchoolAfter } from './known-school.projection.js';
import { knownReaderAfter } from './known-reader.projection.js';
import { KnownReadersRepository } from './known-readers.repository.js';
import { KnownSchoolsRepository } from './known-schools.repository.js';
import { KnownTermsRepository } from './known-terms.repository.js';

/** What the catalogue hears of schools, their terms, and how many pupils they have; closed days and cards are nothing to it. */
@PassesOver('from-readers', CalendarChangedV1, CardBlockedV1, CardIssuedV1, CardReplacedV1)
@Controller()
export class ReadersConsumer {
  @Digests('from-readers', SchoolOpenedV1)
  opened(@Payload() event: SchoolOpenedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx
      .use(KnownSchoolsRepository)
      .change(event.data.schoolId, (known) => knownSchoolAfter(event, known));
  }

  @Digests('from-readers', SchoolChangedV1)
  changed(@Payload() event: SchoolChangedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx
      .use(KnownSchoolsRepository)
      .change(event.data.schoolId, (known) => knownSchoolAfter(event, known));
  }

  @Digests('from-readers', TermOpenedV1)
  termOpened(@Payload() event: TermOpenedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownTermsRepository).know(event);
  }

  @Digests('from-readers', TermChangedV1)
  termChanged(@Payload() event: TermChangedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownTermsRepository).know(event);
  }

  @Digests('from-readers', ReaderEnrolledV1)
  enrolled(@Payload() event: ReaderEnrolledV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownReadersRepository).know(knownReaderAfter(event));
  }

  @Digests('from-readers', ReaderMovedClassV1)
  movedClass(@Payload() event: ReaderMovedClassV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownReadersRepository).know(knownReaderAfter(event));
  }

  @Digests('from-readers', ReaderLeftV1)
  left(@Payload() event: ReaderLeftV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownReadersRepository).know(knownReaderAfter(event));
  }

  @Digests('from-readers', ReaderSuspendedV1)
  suspended(@Payload() event: ReaderSuspendedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownReadersRepository).know(knownReaderAfter(event));
  }

  @Digests('from-readers', ReaderReinstatedV1)
  reinstated(@Payload() event: ReaderReinstatedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownReadersRepository).know(knownReaderAfter(event));
  }
}

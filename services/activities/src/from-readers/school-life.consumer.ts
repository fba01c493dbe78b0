import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  CalendarChangedV1,
  ClassChangedV1,
  ClassOpenedV1,
  SchoolChangedV1,
  SchoolOpenedV1,
  TermChangedV1,
  TermOpenedV1,
} from '@shulian/contracts/readers';
import { Digests, type Digesting } from '@shulian/service-kit';
import { KnownCalendarsRepository } from './known-calendars.repository.js';
import { KnownClassesRepository } from './known-classes.repository.js';

const ROOM = 'from-readers';

/** What activities hears of schools, classes, terms and open days: what is late follows from them. */
@Controller()
export class SchoolLifeConsumer {
  @Digests(ROOM, SchoolOpenedV1)
  schoolOpened(@Payload() event: SchoolOpenedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownClassesRepository).knowSchool(event);
  }

  @Digests(ROOM, SchoolChangedV1)
  schoolChanged(@Payload() event: SchoolChangedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownClassesRepository).knowSchool(event);
  }

  @Digests(ROOM, ClassOpenedV1)
  classOpened(@Payload() event: ClassOpenedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownClassesRepository).know(event);
  }

  @Digests(ROOM, ClassChangedV1)
  classChanged(@Payload() event: ClassChangedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownClassesRepository).know(event);
  }

  @Digests(ROOM, TermOpenedV1)
  termOpened(@Payload() event: TermOpenedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownCalendarsRepository).knowTerm(event);
  }

  @Digests(ROOM, TermChangedV1)
  termChanged(@Payload() event: TermChangedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownCalendarsRepository).knowTerm(event);
  }

  @Digests(ROOM, CalendarChangedV1)
  calendarChanged(@Payload() event: CalendarChangedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownCalendarsRepository).knowYear(event);
  }
}

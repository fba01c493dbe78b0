import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  ClassChangedV1,
  ClassOpenedV1,
  ReaderEnrolledV1,
  ReaderLeftV1,
  ReaderMovedClassV1,
  SchoolChangedV1,
  SchoolOpenedV1,
  TermChangedV1,
  TermOpenedV1,
} from '@shulian/contracts/readers';
import { Digests, type Digesting } from '@shulian/service-kit';
import type { ReportingStore } from '../reporting.store.js';

type In = Digesting<ReportingStore>;

/** What reporting hears of schools, terms, classes and readers. */
@Controller()
export class ReadersConsumer {
  @Digests('from-readers', SchoolOpenedV1)
  schoolOpened(@Payload() event: SchoolOpenedV1, @Ctx() { store }: In): Promise<void> {
    store.highWater.note('readers', event.time);
    return store.people.knowSchool(event);
  }

  @Digests('from-readers', SchoolChangedV1)
  schoolChanged(@Payload() event: SchoolChangedV1, @Ctx() { store }: In): Promise<void> {
    store.highWater.note('readers', event.time);
    return store.people.knowSchool(event);
  }

  @Digests('from-readers', TermOpenedV1)
  termOpened(@Payload() event: TermOpenedV1, @Ctx() { store }: In): Promise<void> {
    store.highWater.note('readers', event.time);
    return store.people.knowTerm(event);
  }

  @Digests('from-readers', TermChangedV1)
  termChanged(@Payload() event: TermChangedV1, @Ctx() { store }: In): Promise<void> {
    store.highWater.note('readers', event.time);
    return store.people.knowTerm(event);
  }

  @Digests('from-readers', ClassOpenedV1)
  classOpened(@Payload() event: ClassOpenedV1, @Ctx() { store }: In): Promise<void> {
    store.highWater.note('readers', event.time);
    return store.people.knowClass(event);
  }

  @Digests('from-readers', ClassChangedV1)
  classChanged(@Payload() event: ClassChangedV1, @Ctx() { store }: In): Promise<void> {
    store.highWater.note('readers', event.time);
    return store.people.knowClass(event);
  }

  @Digests('from-readers', ReaderEnrolledV1)
  enrolled(@Payload() event: ReaderEnrolledV1, @Ctx() { store }: In): Promise<void> {
    store.highWater.note('readers', event.time);
    return store.people.knowReader(event);
  }

  @Digests('from-readers', ReaderMovedClassV1)
  movedClass(@Payload() event: ReaderMovedClassV1, @Ctx() { store }: In): Promise<void> {
    store.highWater.note('readers', event.time);
    return store.people.moveReader(event);
  }

  @Digests('from-readers', ReaderLeftV1)
  left(@Payload() event: ReaderLeftV1, @Ctx() { store }: In): Promise<void> {
    store.highWater.note('readers', event.time);
    return store.people.letReaderGo(event);
  }
}

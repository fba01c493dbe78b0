import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { ReaderEnrolledV1, ReaderLeftV1, ReaderMovedClassV1 } from '@shulian/contracts/readers';
import { Digests, type Digesting } from '@shulian/service-kit';
import type { ActivitiesStore } from '../activities.store.js';
import { knownLeaverAfter, knownReaderAfter } from './known-reader.projection.js';

/** What activities hears of readers. */
@Controller()
export class ReadersConsumer {
  @Digests('from-readers', ReaderEnrolledV1)
  enrolled(@Payload() event: ReaderEnrolledV1, @Ctx() { store }: Digesting<ActivitiesStore>): Promise<void> {
    return store.knownReaders.know(knownReaderAfter(event));
  }

  @Digests('from-readers', ReaderMovedClassV1)
  movedClass(
    @Payload() event: ReaderMovedClassV1,
    @Ctx() { store }: Digesting<ActivitiesStore>,
  ): Promise<void> {
    return store.knownReaders.know(knownReaderAfter(event));
  }

  @Digests('from-readers', ReaderLeftV1)
  left(@Payload() event: ReaderLeftV1, @Ctx() { store }: Digesting<ActivitiesStore>): Promise<void> {
    return store.knownReaders.know(knownLeaverAfter(event));
  }
}

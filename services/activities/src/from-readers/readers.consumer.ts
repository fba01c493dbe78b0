import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  CardBlockedV1,
  CardIssuedV1,
  CardReplacedV1,
  ReaderEnrolledV1,
  ReaderLeftV1,
  ReaderMovedClassV1,
  ReaderReinstatedV1,
  ReaderSuspendedV1,
} from '@shulian/contracts/readers';
import { Digests, PassesOver, type Digesting } from '@shulian/service-kit';
import { knownReaderAfter } from './known-reader.projection.js';
import { KnownReadersRepository } from './known-readers.repository.js';

/** What activities hears of readers; who may not borrow may still write. */
@PassesOver(
  'from-readers',
  CardIssuedV1,
  CardBlockedV1,
  CardReplacedV1,
  ReaderSuspendedV1,
  ReaderReinstatedV1,
)
@Controller()
export class ReadersConsumer {
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
}

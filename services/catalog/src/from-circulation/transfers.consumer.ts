import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  TransferEndedV1,
  TransferPackedV1,
  TransferReceivedV1,
  TransferRequestedV1,
} from '@shulian/contracts/circulation';
import { Digests, type Digesting } from '@shulian/service-kit';
import { knownVisitAfter } from './known-visit.projection.js';
import { KnownVisitsRepository } from './known-visits.repository.js';

const ROOM = 'from-circulation';

/** What the catalogue hears of copies that go from school to school: where they are, not whose. */
@Controller()
export class TransfersConsumer {
  @Digests(ROOM, TransferRequestedV1)
  requested(@Payload() event: TransferRequestedV1, @Ctx() { tx }: Digesting): void {
    tx.use(KnownVisitsRepository).know(knownVisitAfter(event));
  }

  @Digests(ROOM, TransferPackedV1)
  packed(@Payload() event: TransferPackedV1, @Ctx() { tx }: Digesting): void {
    tx.use(KnownVisitsRepository).know(knownVisitAfter(event));
  }

  @Digests(ROOM, TransferReceivedV1)
  received(@Payload() event: TransferReceivedV1, @Ctx() { tx }: Digesting): void {
    tx.use(KnownVisitsRepository).know(knownVisitAfter(event));
  }

  @Digests(ROOM, TransferEndedV1)
  ended(@Payload() event: TransferEndedV1, @Ctx() { tx }: Digesting): void {
    tx.use(KnownVisitsRepository).know(knownVisitAfter(event));
  }
}

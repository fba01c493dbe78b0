import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { CatalogNoticeDueV1 } from '@shulian/contracts/catalog';
import { CirculationNoticeDueV1 } from '@shulian/contracts/circulation';
import { Digests, type Digesting } from '@shulian/service-kit';
import { MakeNotices } from './make-notices.step.js';

const ROOM = 'notices';

/** Others say that a notice is due; who is told, and how, is decided here. */
@Controller()
export class NoticesConsumer {
  constructor(private readonly makeNotices: MakeNotices) {}

  @Digests(ROOM, CirculationNoticeDueV1)
  ofCirculation(@Payload() event: CirculationNoticeDueV1, @Ctx() { tx }: Digesting): Promise<void> {
    return this.makeNotices.of(tx, event.data);
  }

  @Digests(ROOM, CatalogNoticeDueV1)
  ofCatalog(@Payload() event: CatalogNoticeDueV1, @Ctx() { tx }: Digesting): Promise<void> {
    return this.makeNotices.of(tx, event.data);
  }
}

import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  CopyAccessionedV1,
  CopyChangedV1,
  CopyWithdrawnV1,
  EBooksCountedV1,
  SubscriptionApprovedV1,
  SubscriptionReopenedV1,
} from '@shulian/contracts/catalog';
import { Clock, Digests, type Digesting } from '@shulian/service-kit';
import { KnownResourcesRepository } from './known-resources.repository.js';
import { KnownStockRepository } from './known-stock.repository.js';

/** What reporting hears of the stock; a copy's event carries its class number, so titles are not needed. */
@Controller()
export class CatalogConsumer {
  constructor(private readonly clock: Clock) {}

  @Digests('from-catalog', CopyAccessionedV1)
  accessioned(@Payload() event: CopyAccessionedV1, @Ctx() { tx }: Digesting): void {
    tx.use(KnownStockRepository).knowCopy(event, this.clock.dayOf(new Date(event.time)));
  }

  @Digests('from-catalog', CopyChangedV1)
  changed(@Payload() event: CopyChangedV1, @Ctx() { tx }: Digesting): void {
    tx.use(KnownStockRepository).knowCopy(event, this.clock.dayOf(new Date(event.time)));
  }

  @Digests('from-catalog', CopyWithdrawnV1)
  withdrawn(@Payload() event: CopyWithdrawnV1, @Ctx() { tx }: Digesting): void {
    tx.use(KnownStockRepository).withdraw(event);
  }

  @Digests('from-catalog', SubscriptionApprovedV1)
  subscribed(@Payload() event: SubscriptionApprovedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownResourcesRepository).subscribed(event);
  }

  @Digests('from-catalog', SubscriptionReopenedV1)
  reopened(@Payload() event: SubscriptionReopenedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownResourcesRepository).reopened(event);
  }

  @Digests('from-catalog', EBooksCountedV1)
  eBooksCounted(@Payload() event: EBooksCountedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownResourcesRepository).counted(event);
  }
}

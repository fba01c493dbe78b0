import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { CopyAccessionedV1, CopyChangedV1, CopyWithdrawnV1 } from '@shulian/contracts/catalog';
import { Digests, type Digesting } from '@shulian/service-kit';
import type { ReportingStore } from '../reporting.store.js';

type In = Digesting<ReportingStore>;

/** What reporting hears of the stock; a copy's event carries its class number, so titles are not needed. */
@Controller()
export class CatalogConsumer {
  @Digests('from-catalog', CopyAccessionedV1)
  accessioned(@Payload() event: CopyAccessionedV1, @Ctx() { store }: In): Promise<void> {
    store.highWater.note('catalog', event.time);
    return store.stock.knowCopy(event);
  }

  @Digests('from-catalog', CopyChangedV1)
  changed(@Payload() event: CopyChangedV1, @Ctx() { store }: In): Promise<void> {
    store.highWater.note('catalog', event.time);
    return store.stock.knowCopy(event);
  }

  @Digests('from-catalog', CopyWithdrawnV1)
  withdrawn(@Payload() event: CopyWithdrawnV1, @Ctx() { store }: In): Promise<void> {
    store.highWater.note('catalog', event.time);
    return store.stock.withdraw(event);
  }
}

import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  CopyAccessionedV1,
  CopyChangedV1,
  CopyWithdrawnV1,
  TitleDescribedV1,
  TitleMergedV1,
} from '@shulian/contracts/catalog';
import { Clock, Digests, type Digesting } from '@shulian/service-kit';
import type { CirculationStore } from '../circulation.store.js';
import { letGoOfWithdrawnCopy } from '../holds/let-go-of-withdrawn-copy.use-case.js';
import { mergeQueues } from '../holds/merge-queues.use-case.js';
import { described, withdrawn } from './known-copy.projection.js';

const ROOM = 'from-catalog';

@Controller()
export class CatalogConsumer {
  constructor(private readonly clock: Clock) {}

  @Digests(ROOM, CopyAccessionedV1)
  accessioned(
    @Payload() event: CopyAccessionedV1,
    @Ctx() { store }: Digesting<CirculationStore>,
  ): Promise<void> {
    return store.knownCopies.know(described(event));
  }

  @Digests(ROOM, CopyChangedV1)
  async changed(
    @Payload() event: CopyChangedV1,
    @Ctx() { store }: Digesting<CirculationStore>,
  ): Promise<void> {
    const copy = described(event);
    await store.knownCopies.know(copy);
    if (copy.stockState === 'withdrawn') await letGoOfWithdrawnCopy(store, copy.copyId, this.clock.today());
  }

  @Digests(ROOM, CopyWithdrawnV1, { alone: true })
  async withdrawn(
    @Payload() event: CopyWithdrawnV1,
    @Ctx() { store }: Digesting<CirculationStore>,
  ): Promise<void> {
    const { copyId } = event.data;
    await store.knownCopies.change(copyId, withdrawn(event));
    await letGoOfWithdrawnCopy(store, copyId, this.clock.today());
  }

  @Digests(ROOM, TitleDescribedV1)
  described(
    @Payload() event: TitleDescribedV1,
    @Ctx() { store }: Digesting<CirculationStore>,
  ): Promise<void> {
    return store.knownCopies.knowTitle(event.data.titleId, null, event.aggregateversion);
  }

  /** Loans keep the title of their day; whoever waits goes along with the copies. */
  @Digests(ROOM, TitleMergedV1, { alone: true })
  async merged(
    @Payload() event: TitleMergedV1,
    @Ctx() { store }: Digesting<CirculationStore>,
  ): Promise<void> {
    const { titleId, intoTitleId } = event.data;
    await store.knownCopies.knowTitle(titleId, intoTitleId, event.aggregateversion);
    await mergeQueues(store, titleId, intoTitleId, this.clock.today());
  }
}

import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { TitleDescribedV1, TitleMergedV1 } from '@shulian/contracts/catalog';
import { Digests, type Digesting } from '@shulian/service-kit';
import type { ActivitiesStore } from '../activities.store.js';
import { knownMergedTitleAfter, knownTitleAfter } from './known-title.projection.js';

/** What activities hears of the catalogue. */
@Controller()
export class CatalogConsumer {
  @Digests('from-catalog', TitleDescribedV1)
  described(@Payload() event: TitleDescribedV1, @Ctx() { store }: Digesting<ActivitiesStore>): Promise<void> {
    return store.knownTitles.know(knownTitleAfter(event));
  }

  /** Notes keep the title of their day; a new one goes to the title that took its place. */
  @Digests('from-catalog', TitleMergedV1)
  merged(@Payload() event: TitleMergedV1, @Ctx() { store }: Digesting<ActivitiesStore>): Promise<void> {
    return store.knownTitles.know(knownMergedTitleAfter(event));
  }
}

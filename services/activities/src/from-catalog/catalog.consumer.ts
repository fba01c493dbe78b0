import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { TitleDescribedV1, TitleMergedV1, TitleSeparatedV1 } from '@shulian/contracts/catalog';
import { Digests, type Digesting } from '@shulian/service-kit';
import {
  knownMergedTitleAfter,
  knownSeparatedTitleAfter,
  knownTitleAfter,
} from './known-title.projection.js';
import { KnownTitlesRepository } from './known-titles.repository.js';

/** What activities hears of the catalogue. */
@Controller()
export class CatalogConsumer {
  @Digests('from-catalog', TitleDescribedV1)
  described(@Payload() event: TitleDescribedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownTitlesRepository).know(knownTitleAfter(event));
  }

  /** Notes keep the title of their day; a new one goes to the title that took its place. */
  @Digests('from-catalog', TitleMergedV1)
  merged(@Payload() event: TitleMergedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownTitlesRepository).know(knownMergedTitleAfter(event));
  }

  @Digests('from-catalog', TitleSeparatedV1)
  separated(@Payload() event: TitleSeparatedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownTitlesRepository).know(knownSeparatedTitleAfter(event));
  }
}

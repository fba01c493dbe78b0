import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  CopyAccessionedV1,
  CopyChangedV1,
  CopyWithdrawnV1,
  TitleDescribedV1,
  TitleMergedV1,
  TitleSeparatedV1,
} from '@shulian/contracts/catalog';
import { Digests, type Digesting } from '@shulian/service-kit';
import { noteTitle } from '../holds/note-for-review.step.js';
import { CopiesTold } from './copies-told.step.js';
import { KnownCopiesRepository } from './known-copies.repository.js';
import { described, withdrawn } from './known-copy.projection.js';

const ROOM = 'from-catalog';

/** What it means for holds is noted with it (`CopiesTold`), and done right after by `ReviewHolds`. */
@Controller()
export class CatalogConsumer {
  @Digests(ROOM, CopyAccessionedV1)
  accessioned(@Payload() event: CopyAccessionedV1, @Ctx() { tx }: Digesting): void {
    tx.use(CopiesTold).change(event.data.copyId, described(event));
  }

  @Digests(ROOM, CopyChangedV1)
  changed(@Payload() event: CopyChangedV1, @Ctx() { tx }: Digesting): void {
    tx.use(CopiesTold).change(event.data.copyId, described(event));
  }

  @Digests(ROOM, CopyWithdrawnV1)
  withdrawn(@Payload() event: CopyWithdrawnV1, @Ctx() { tx }: Digesting): void {
    tx.use(CopiesTold).change(event.data.copyId, withdrawn(event));
  }

  @Digests(ROOM, TitleDescribedV1)
  described(@Payload() event: TitleDescribedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx
      .use(KnownCopiesRepository)
      .describeTitle(event.data.titleId, event.data.title, event.aggregateversion);
  }

  /** Loans keep the title of their day; whoever waits goes along with the copies. */
  @Digests(ROOM, TitleMergedV1)
  async merged(@Payload() event: TitleMergedV1, @Ctx() { tx }: Digesting): Promise<void> {
    const { titleId, intoTitleId } = event.data;
    await tx.use(KnownCopiesRepository).placeTitle(titleId, intoTitleId, event.aggregateversion);
    await noteTitle(tx, titleId);
  }

  /** Whoever came along with it goes back; the others stay in the queue of the title it was merged into. */
  @Digests(ROOM, TitleSeparatedV1)
  async separated(@Payload() event: TitleSeparatedV1, @Ctx() { tx }: Digesting): Promise<void> {
    const { titleId, fromTitleId } = event.data;
    await tx.use(KnownCopiesRepository).placeTitle(titleId, null, event.aggregateversion);
    await noteTitle(tx, fromTitleId);
  }
}

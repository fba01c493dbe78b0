import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { CopyAccessionedV1, CopyChangedV1, CopyWithdrawnV1 } from '@shulian/contracts/catalog';
import { Digests, PassesOver, type Digesting } from '@shulian/service-kit';
import { KnownCopiesRepository } from './known-copies.repository.js';

const ROOM = 'from-catalog';

/** What activities hears of copies: which titles are new at a school (ACT-002). */
@PassesOver(ROOM, CopyWithdrawnV1)
@Controller()
export class CopiesConsumer {
  @Digests(ROOM, CopyAccessionedV1)
  accessioned(@Payload() event: CopyAccessionedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownCopiesRepository).know(event);
  }

  @Digests(ROOM, CopyChangedV1)
  changed(@Payload() event: CopyChangedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownCopiesRepository).know(event);
  }
}

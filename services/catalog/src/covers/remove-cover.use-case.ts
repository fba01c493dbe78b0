import { Injectable } from '@nestjs/common';
import type { TitleId } from '@shulian/contracts/ids';
import { Transaction, unknownThing } from '@shulian/service-kit';
import { CoversRepository } from './covers.repository.js';
import { TitlesRepository } from '../titles/titles.repository.js';

@Injectable()
export class RemoveCover {
  constructor(private readonly transaction: Transaction) {}

  /** @throws Problem 404 when there is none */
  execute(titleId: TitleId): Promise<void> {
    return this.transaction.run(async (tx) => {
      await tx.use(TitlesRepository).locked([titleId]);
      if (!(await tx.use(CoversRepository).remove(titleId))) throw unknownThing();
    });
  }
}

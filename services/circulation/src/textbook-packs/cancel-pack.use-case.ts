import { Injectable } from '@nestjs/common';
import { Transaction, type Caller } from '@shulian/service-kit';
import { openPack } from './open-pack.step.js';
import { TextbookPacksRepository } from './textbook-packs.repository.js';

/** A pack that is not handed out after all is taken apart. */
@Injectable()
export class CancelPack {
  constructor(private readonly transaction: Transaction) {}

  /** @throws Problem 404 out of reach, 409 once it is handed out */
  async execute(caller: Caller, id: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      await openPack(tx, caller, id, 'cancel');
      await tx.use(TextbookPacksRepository).remove(id);
    });
  }
}

import { Injectable } from '@nestjs/common';
import { Transaction } from '@shulian/service-kit';
import { findByNames } from './keep-readers.use-case.js';
import { ReadersRepository } from './readers.repository.js';

const BATCH = 500;

/** Makes readers of earlier editions, and those loaded from elsewhere, be found as others are. */
@Injectable()
export class FindEarlierReaders {
  constructor(private readonly transaction: Transaction) {}

  /** One batch of them; false when none was left. */
  execute(): Promise<boolean> {
    return this.transaction.run(async (tx) => {
      const readers = await tx.use(ReadersRepository).lockedWithoutWords(BATCH);
      await findByNames(tx, readers);
      return readers.length > 0;
    });
  }
}

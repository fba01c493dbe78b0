import { Injectable } from '@nestjs/common';
import { Transaction, unknownThing } from '@shulian/service-kit';
import type { SchoolId, TitleId } from '@shulian/contracts/ids';
import { SerialShelfNumbersRepository } from './shelf-numbers.repository.js';

/** Takes the number of a serial away at one school. */
@Injectable()
export class FreeShelfNumber {
  constructor(private readonly transaction: Transaction) {}

  /** @throws Problem 404 where it has none */
  execute(titleId: TitleId, schoolId: SchoolId): Promise<void> {
    return this.transaction.run(async (tx) => {
      if (!(await tx.use(SerialShelfNumbersRepository).remove(schoolId, titleId))) throw unknownThing();
    });
  }
}

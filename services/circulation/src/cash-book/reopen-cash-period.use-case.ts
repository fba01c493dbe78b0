import { Injectable } from '@nestjs/common';
import { conflict, Transaction, type Caller } from '@shulian/service-kit';
import type { OfSchool } from './cash-book.http.js';
import { CashBookRepository } from './cash-book.repository.js';
import { EnterCash } from './enter-cash.step.js';

/** The period that was closed last was closed too early. */
@Injectable()
export class ReopenCashPeriod {
  constructor(private readonly transaction: Transaction) {}

  /** @throws Problem 409 `cash.no-period` */
  async execute(caller: Caller, input: OfSchool): Promise<void> {
    const schoolId = caller.schoolFor(input.schoolId);
    await this.transaction.run(async (tx) => {
      const account = await tx.use(EnterCash).account(schoolId);
      if (account.lastPeriod === 0) throw conflict('cash.no-period');
      await tx.use(CashBookRepository).reopen(schoolId, account);
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '@shulian/contracts/ids';
import { Transaction } from '@shulian/service-kit';
import { LoanCasesRepository } from './loan-cases.repository.js';

/** Remembers how many copies each school has in its term, so that the rates of a past term stay what they were (CIR-065). */
@Injectable()
export class CountStock {
  constructor(private readonly transaction: Transaction) {}

  /** May be repeated. @returns how many schools */
  execute(today: CalendarDay): Promise<number> {
    return this.transaction.run((tx) => tx.use(LoanCasesRepository).countStock(today));
  }
}

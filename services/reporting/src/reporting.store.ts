import type { StoreParts } from '@shulian/service-kit';
import { KnownStockRepository } from './from-catalog/known-stock.repository.js';
import { KnownLoansRepository } from './from-circulation/known-loans.repository.js';
import { KnownPeopleRepository } from './from-readers/known-people.repository.js';
import { HighWaterRepository } from './freshness/high-water.repository.js';

/** All repositories of reporting, bound to one open transaction; reporting writes only what events tell. */
export type ReportingStore = {
  readonly people: KnownPeopleRepository;
  readonly stock: KnownStockRepository;
  readonly loans: KnownLoansRepository;
  readonly highWater: HighWaterRepository;
  /** Writes what a whole batch added up to, once before its commit. */
  settle(): Promise<void>;
};

export const reportingStore = ({ session }: StoreParts): ReportingStore => {
  const highWater = new HighWaterRepository(session);
  const loans = new KnownLoansRepository(session);
  return {
    people: new KnownPeopleRepository(session),
    stock: new KnownStockRepository(session),
    loans,
    highWater,
    settle: async () => {
      await loans.settle();
      await highWater.settle();
    },
  };
};

import type { Migration } from '@shulian/service-kit';
import { CreateEventTables1790000000000 } from '#migrations/1790000000000-create-event-tables';
import { CreateLendingPolicy1790000100000 } from '#migrations/1790000100000-create-lending-policy';
import { BeginWithTheCountyPolicy1790000110000 } from '#migrations/1790000110000-begin-with-the-county-policy';
import { CreateKnownCopiesAndReaders1790000200000 } from '#migrations/1790000200000-create-known-copies-and-readers';
import { CreateLoan1790000300000 } from '#migrations/1790000300000-create-loan';
import { AllowOneOpenLoanPerCopy1790000310000 } from '#migrations/1790000310000-allow-one-open-loan-per-copy';
import { CreateHold1790000400000 } from '#migrations/1790000400000-create-hold';
import { CreateCompensation1790000500000 } from '#migrations/1790000500000-create-compensation';
import { DropOutboxIndexes1790001000000 } from '#migrations/1790001000000-drop-outbox-indexes';

/** In the order of their stamps. */
export const migrations: readonly Migration[] = [
  CreateEventTables1790000000000,
  CreateLendingPolicy1790000100000,
  BeginWithTheCountyPolicy1790000110000,
  CreateKnownCopiesAndReaders1790000200000,
  CreateLoan1790000300000,
  AllowOneOpenLoanPerCopy1790000310000,
  CreateHold1790000400000,
  CreateCompensation1790000500000,
  DropOutboxIndexes1790001000000,
];

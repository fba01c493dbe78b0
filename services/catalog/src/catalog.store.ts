import { JobNotes, type Outbox, type Rows, type StoreParts } from '@shulian/service-kit';
import { CopiesRepository } from './accession/copies.repository.js';
import { ShelfNumbersRepository } from './classification/shelf-numbers.repository.js';
import { KnownLendingsRepository } from './from-circulation/known-lendings.repository.js';
import { KnownSchoolsRepository } from './from-readers/known-schools.repository.js';
import { TitlesRepository } from './titles/titles.repository.js';

/** All repositories of the catalogue, bound to one open transaction. */
export type CatalogStore = {
  readonly titles: TitlesRepository;
  readonly copies: CopiesRepository;
  readonly shelfNumbers: ShelfNumbersRepository;
  readonly knownSchools: KnownSchoolsRepository;
  readonly knownLendings: KnownLendingsRepository;
  readonly jobNotes: JobNotes;
  readonly outbox: Outbox;
  /** For queries that must see what the transaction has written. */
  readonly rows: Rows;
  /** Writes what a whole batch of events told, once before its commit. */
  settle(): Promise<void>;
};

export const catalogStore = ({ session, outbox }: StoreParts): CatalogStore => {
  const knownLendings = new KnownLendingsRepository(session);
  return {
    titles: new TitlesRepository(session),
    copies: new CopiesRepository(session),
    shelfNumbers: new ShelfNumbersRepository(session),
    knownSchools: new KnownSchoolsRepository(session),
    knownLendings,
    jobNotes: new JobNotes(session),
    outbox,
    rows: session,
    settle: () => knownLendings.settle(),
  };
};

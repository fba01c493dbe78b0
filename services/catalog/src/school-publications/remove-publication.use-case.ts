import { Injectable } from '@nestjs/common';
import { conflict, Transaction, unknownThing, type Caller } from '@shulian/service-kit';
import type { TitleId } from '@shulian/contracts/ids';
import { TitlesRepository } from '../titles/titles.repository.js';
import { SchoolPublicationsRepository } from './school-publications.repository.js';

/** Takes back what was entered by mistake; the title stays in the catalogue of the county. */
@Injectable()
export class RemovePublication {
  constructor(private readonly transaction: Transaction) {}

  /** @throws Problem 404 for a publication of another school, 409 `school-publication.has-copies` */
  execute(id: TitleId, caller: Caller): Promise<void> {
    return this.transaction.run(async (tx) => {
      // Whoever enters a copy shares the lock of the title.
      await tx.use(TitlesRepository).locked([id]);
      const publications = tx.use(SchoolPublicationsRepository);
      const publication = await publications.locked(id);
      if (publication === null || !caller.mayWorkAt(publication.schoolId)) throw unknownThing();
      if (await publications.hasCopies(id, publication.schoolId))
        throw conflict('school-publication.has-copies');
      await publications.remove(id);
    });
  }
}

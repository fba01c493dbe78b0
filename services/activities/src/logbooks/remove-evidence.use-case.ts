import { Injectable } from '@nestjs/common';
import { Transaction, unknownThing, type Caller } from '@shulian/service-kit';
import { LogbookFilesRepository } from './logbook-files.repository.js';

/** Takes a file away that should not be there, as the photo of a child whose parents do not want it. */
@Injectable()
export class RemoveEvidence {
  constructor(private readonly transaction: Transaction) {}

  /** @throws Problem 404 out of reach */
  async execute(caller: Caller, id: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const files = tx.use(LogbookFilesRepository);
      const file = await files.locked(id);
      if (file === null || !caller.mayWorkAt(file.schoolId)) throw unknownThing();
      await files.remove(file);
    });
  }
}

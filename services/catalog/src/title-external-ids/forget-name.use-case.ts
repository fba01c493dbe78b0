import { Injectable } from '@nestjs/common';
import { Transaction, unknownThing, type Caller } from '@shulian/service-kit';
import { TitleExternalIdsRepository } from './title-external-ids.repository.js';

/** The id of a school's system names no title any more; the title stays. */
@Injectable()
export class ForgetName {
  constructor(private readonly transaction: Transaction) {}

  /** @throws Problem 403 for another school, 404 */
  execute(caller: Caller, externalId: string, schoolId: string | undefined): Promise<void> {
    const of = caller.schoolFor(schoolId);
    return this.transaction.run(async (tx) => {
      if (!(await tx.use(TitleExternalIdsRepository).remove(of, externalId))) throw unknownThing();
    });
  }
}

import { Injectable } from '@nestjs/common';
import { Transaction, unknownReference, type Caller } from '@shulian/service-kit';
import type { ExpectationAsked, ExpectationView } from './logbook-keeping.http.js';
import { logbookAt } from './logbooks.facts.js';
import { LogbooksRepository } from './logbooks.repository.js';

const KNOWN = `select count(*)::int as n from known_reader where school_id = $1 and reader_id = any($2::uuid[])`;

/** A school says whose entries it expects in a logbook, as those who work in its library. */
@Injectable()
export class ExpectEntries {
  constructor(private readonly transaction: Transaction) {}

  /** @throws Problem 422 for somebody who is no reader of the school */
  execute(
    caller: Caller,
    { schoolId: asked, logbook, readerIds }: ExpectationAsked,
  ): Promise<ExpectationView> {
    const schoolId = caller.schoolFor(asked);
    return this.transaction.run(async (tx) => {
      await logbookAt(tx.session, schoolId, logbook);
      const [known] = await tx.session.rows<{ n: number }>(KNOWN, [schoolId, readerIds]);
      if ((known?.n ?? 0) < readerIds.length) throw unknownReference('/readerIds');
      await tx.use(LogbooksRepository).expect(schoolId, logbook, readerIds);
      return { schoolId, logbook, readerIds };
    });
  }
}

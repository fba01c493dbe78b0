import { Injectable } from '@nestjs/common';
import type { ReaderId, SchoolId } from '@shulian/contracts/ids';
import { Clock, Database, statement, unknownThing, type Caller } from '@shulian/service-kit';
import type { ScannedLoansView, ScannedLoanView } from './scanned-loans.http.js';

const READER = statement(
  'scannedLoans.reader',
  'select school_id as "schoolId" from known_reader where reader_id = $1',
);
const OPEN = statement(
  'scannedLoans.open',
  `select l.id, kt.title, k.barcode as "copyBarcode", l.due_on::text as "dueOn",
     case when l.due_on < $2::date then 'overdue' else 'open' end as status
   from borrower b cross join lateral unnest(b.open_loan_ids) as o(id) join loan l on l.id = o.id
   left join known_copy k on k.copy_id = l.copy_id left join known_title kt on kt.title_id = l.title_id
   where b.borrower_id = $1 order by l.due_on, l.id`,
);

/** What a reader of the school has at home, as a device in the room shows it: no debts, no history (decision 50). */
@Injectable()
export class ScannedLoansQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, also for a reader of another school */
  async of(caller: Caller, readerId: ReaderId): Promise<ScannedLoansView> {
    const [reader] = await this.database.rows<{ schoolId: SchoolId }>(READER, [readerId]);
    if (reader === undefined || !caller.mayWorkAt(reader.schoolId)) throw unknownThing();
    return { items: await this.database.rows<ScannedLoanView>(OPEN, [readerId, this.clock.today()]) };
  }
}

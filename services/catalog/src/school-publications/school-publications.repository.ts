import { statement, type Session } from '@shulian/service-kit';
import type { SchoolId, TitleId } from '@shulian/contracts/ids';
import { schoolPublicationTable } from './school-publication.row.js';
import type { SchoolPublication } from './rules/school-publication.js';

const HAS_COPIES = statement(
  'schoolPublications.hasCopies',
  `select exists (select from copy where title_id = $1 and school_id = $2 and stock_state <> 'withdrawn') as held`,
);

export class SchoolPublicationsRepository {
  constructor(private readonly session: Session) {}

  async add(publication: SchoolPublication): Promise<void> {
    await this.session.manager.insert(schoolPublicationTable, publication);
  }

  /** Locked to the end of the transaction. */
  locked(titleId: TitleId): Promise<SchoolPublication | null> {
    return this.session.manager.findOne(schoolPublicationTable, {
      where: { titleId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async change(publication: SchoolPublication): Promise<void> {
    await this.session.manager.update(schoolPublicationTable, { titleId: publication.titleId }, publication);
  }

  async remove(titleId: TitleId): Promise<void> {
    await this.session.manager.delete(schoolPublicationTable, { titleId });
  }

  async hasCopies(titleId: TitleId, schoolId: SchoolId): Promise<boolean> {
    const [row] = await this.session.rows<{ held: boolean }>(HAS_COPIES, [titleId, schoolId]);
    return row?.held === true;
  }
}

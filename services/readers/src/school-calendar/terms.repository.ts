import type { Session } from '@shulian/service-kit';
import type { SchoolId, TermId } from '@shulian/contracts/ids';
import type { Term } from './rules/term.js';
import { toRow, toTerm, type TermRow } from './term.row.js';

const SELECT = 'select id, school_id, name, starts_on::text, ends_on::text, version from term';

/** The terms of a school; written only under the lock of the school's row. */
export class TermsRepository {
  constructor(private readonly session: Session) {}

  async add(term: Term): Promise<void> {
    await this.session.rows(
      'insert into term (id, school_id, name, starts_on, ends_on, version) values ($1, $2, $3, $4, $5, $6)',
      toRow(term),
    );
  }

  async change(term: Term): Promise<void> {
    await this.session.rows(
      'update term set name = $3, starts_on = $4, ends_on = $5, version = $6 where id = $1 and school_id = $2',
      toRow(term),
    );
  }

  async byId(id: TermId): Promise<Term | null> {
    const [row] = await this.session.rows<TermRow>(`${SELECT} where id = $1`, [id]);
    return row === undefined ? null : toTerm(row);
  }

  async ofSchool(schoolId: SchoolId): Promise<Term[]> {
    const rows = await this.session.rows<TermRow>(`${SELECT} where school_id = $1 order by starts_on`, [
      schoolId,
    ]);
    return rows.map(toTerm);
  }
}

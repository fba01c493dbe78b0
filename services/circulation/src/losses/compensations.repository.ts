import type { CompensationId } from '@shulian/contracts/ids';
import { classIdOf, readerIdOf } from '@shulian/lending-rules/desk/who-borrows';
import { sql, type Rows } from '@shulian/service-kit';
import { compensationColumns, toCompensation, type CompensationRow } from './compensation.row.js';
import type { Compensation } from './rules/compensation.js';

export class CompensationsRepository {
  constructor(private readonly rows: Rows) {}

  async byId(id: CompensationId): Promise<Compensation | null> {
    const [row] = await this.rows.rows<CompensationRow>(
      `select ${compensationColumns} from compensation c where c.id = $1`,
      [id],
    );
    return row === undefined ? null : toCompensation(row);
  }

  /** @param declaredBy account or client */
  async add(compensation: Compensation, declaredBy: string): Promise<void> {
    const { id, loanId, copyId, borrower, schoolId, owedOn, note, owedFen } = compensation;
    const { lendingSchoolId, readerSchoolId } = compensation;
    const [text, values] = sql`
      insert into compensation (id, loan_id, copy_id, reader_id, class_id, school_id, owed_on, note, declared_by, owed_fen,
        lending_school_id, reader_school_id)
      values (${id}, ${loanId}, ${copyId}, ${readerIdOf(borrower)}, ${classIdOf(borrower)}, ${schoolId}, ${owedOn}, ${note},
        ${declaredBy}, ${owedFen}, ${lendingSchoolId}, ${readerSchoolId})`.numbered();
    await this.rows.rows(text, values);
  }

  async change({ id, state, version }: Compensation): Promise<void> {
    const end = state.is === 'owed' ? null : state;
    const [text, values] = sql`
      update compensation set status = ${state.is}, settled_on = ${end?.settledOn ?? null},
        settled_by = ${end?.settledBy ?? null}, settlement_note = ${end?.note ?? null},
        settled_fen = ${end?.settledFen ?? null}, version = ${version}
      where id = ${id}`.numbered();
    await this.rows.rows(text, values);
  }
}

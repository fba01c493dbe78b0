import type { CompensationId } from '@shulian/contracts/ids';
import { classIdOf, readerIdOf } from '@shulian/lending-rules/desk/who-borrows';
import type { Rows } from '@shulian/service-kit';
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
    await this.rows.rows(
      `insert into compensation (id, loan_id, copy_id, reader_id, school_id, owed_on, note, declared_by, owed_fen,
         lending_school_id, reader_school_id, class_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        compensation.id,
        compensation.loanId,
        compensation.copyId,
        readerIdOf(compensation.borrower),
        compensation.schoolId,
        compensation.owedOn,
        compensation.note,
        declaredBy,
        compensation.owedFen,
        compensation.lendingSchoolId,
        compensation.readerSchoolId,
        classIdOf(compensation.borrower),
      ],
    );
  }

  async change({ id, state, version }: Compensation): Promise<void> {
    const end = state.is === 'owed' ? null : state;
    await this.rows.rows(
      `update compensation set status = $2, settled_on = $3, settled_by = $4, settlement_note = $5, settled_fen = $6, version = $7
       where id = $1`,
      [
        id,
        state.is,
        end?.settledOn ?? null,
        end?.settledBy ?? null,
        end?.note ?? null,
        end?.settledFen ?? null,
        version,
      ],
    );
  }
}

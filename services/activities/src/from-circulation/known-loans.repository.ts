import { sql, statementOf, type Session } from '@shulian/service-kit';
import type { KnownLoan } from './known-loan.projection.js';

const KNOW = statementOf<KnownLoan>(
  'known-loan.know',
  (
    value,
  ) => sql`insert into known_loan as k (loan_id, version, title_id, reader_id, class_id, grade, school_id, mode,
      loaned_on, returned_on)
    values (${value(({ loanId }) => loanId)}, ${value(({ version }) => version)}, ${value(({ titleId }) => titleId)},
      ${value(({ readerId }) => readerId)}, ${value(({ classId }) => classId)}, ${value(({ grade }) => grade)},
      ${value(({ schoolId }) => schoolId)}, ${value(({ mode }) => mode)}, ${value(({ loanedOn }) => loanedOn)},
      ${value(({ returnedOn }) => returnedOn)})
    on conflict (loan_id) do update set version = excluded.version, returned_on = excluded.returned_on
    where k.version < excluded.version`,
);

/** Written by the projection and nobody else: each loan is there once, however often and late it is told. */
export class KnownLoansRepository {
  constructor(private readonly session: Session) {}

  async know(loan: KnownLoan): Promise<void> {
    await this.session.rows(...KNOW.with(loan));
  }
}

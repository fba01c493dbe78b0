import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { CalendarDay } from '@shulian/contracts/ids';
import { isOverdue, loanModes, type Loan, type LoanMode } from '@shulian/lending-rules/desk/loan';
import { readerIdOf } from '@shulian/lending-rules/desk/who-borrows';
import { ShownCopyView } from './shown-copy.http.js';
import type { ShownCopy } from './shown-copy.row.js';

export class OverriddenView {
  @ApiProperty({ example: 'reader.has-overdue' }) readonly code!: string;
  @ApiProperty() readonly reason!: string;
  @ApiProperty() readonly by!: string;
}

/** Who stood at the desk, and when: ids of accounts or clients. */
export class DeskRow {
  @ApiProperty() readonly lentBy!: string;
  @ApiProperty({ format: 'date-time' }) readonly lentAt!: string;
  @ApiPropertyOptional({
    type: 'string',
    nullable: true,
    description: 'who took it back, or declared it lost; null where that was not kept yet',
  })
  readonly closedBy?: string | null;
  @ApiPropertyOptional({ format: 'date-time' }) readonly closedAt?: string;
  @ApiPropertyOptional({
    type: 'string',
    format: 'uuid',
    nullable: true,
    description: 'the school it came back to',
  })
  readonly closedAtSchoolId?: string | null;
  @ApiProperty({ type: [OverriddenView], description: 'refusals that were passed over, and why' })
  readonly overrides!: readonly OverriddenView[];
}

export class BorrowerView {
  @ApiProperty({ enum: ['reader', 'class'] }) readonly kind!: 'reader' | 'class';
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
}

export class LoanView extends ShownCopyView {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ format: 'uuid' }) readonly copyId!: string;
  @ApiProperty({ format: 'uuid' }) readonly titleId!: string;
  @ApiProperty({ type: () => BorrowerView }) readonly borrower!: BorrowerView;
  @ApiProperty({
    enum: loanModes,
    description:
      'how the copy is out; `collective`: with a class, `in-room`: in the reading room for the day, `corner`, `box`: in a book corner or box, `delivery`: brought to an office or a classroom',
  })
  readonly mode!: LoanMode;
  @ApiProperty({ format: 'uuid', type: 'string', nullable: true, description: 'null: a class has it' })
  readonly readerId!: string | null;
  @ApiProperty({ format: 'uuid', description: 'the lending school' }) readonly schoolId!: string;
  @ApiProperty({ format: 'uuid' }) readonly owningSchoolId!: string;
  @ApiProperty({ format: 'uuid', description: 'the school of the borrower on the day of the loan' })
  readonly readerSchoolId!: string;
  @ApiProperty({ format: 'date' }) readonly loanedOn!: string;
  @ApiProperty({ format: 'date' }) readonly dueOn!: string;
  @ApiProperty({ type: 'integer' }) readonly renewals!: number;
  @ApiProperty({ enum: ['open', 'overdue', 'closed'] }) readonly status!: 'open' | 'overdue' | 'closed';
  @ApiPropertyOptional({ enum: ['returned', 'lost'] }) readonly closedHow?: 'returned' | 'lost';
  @ApiPropertyOptional({ format: 'date' }) readonly closedOn?: string;
  @ApiPropertyOptional({
    type: () => DeskRow,
    description: 'what the desk kept, for librarians and heads of the lending school',
  })
  readonly desk?: DeskRow;
}

export const toLoanView = (loan: Loan, today: CalendarDay, shown: ShownCopy): LoanView => ({
  id: loan.id,
  copyId: loan.copyId,
  titleId: loan.titleId,
  ...shown,
  borrower: loan.borrower,
  mode: loan.mode,
  readerId: readerIdOf(loan.borrower),
  schoolId: loan.lendingSchoolId,
  owningSchoolId: loan.owningSchoolId,
  readerSchoolId: loan.readerSchoolId,
  loanedOn: loan.loanedOn,
  dueOn: loan.dueOn,
  renewals: loan.renewals,
  status: loan.state.is === 'closed' ? 'closed' : isOverdue(loan, today) ? 'overdue' : 'open',
  ...(loan.state.is === 'closed' ? { closedHow: loan.state.how, closedOn: loan.state.closedOn } : {}),
});

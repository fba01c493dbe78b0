import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { CalendarDay } from '@shulian/contracts/ids';
import { loanModes, type LoanMode } from '@shulian/lending-rules/desk/loan';
import { Id, ListAsked, SyncedPage, UpdatedSince } from '@shulian/service-kit';
import { IsIn, IsNotEmpty, IsOptional, IsString, Matches, MaxLength, ValidateBy } from 'class-validator';
import { LoanView } from '../desk/loan.http.js';
import { PRINTABLE } from '../desk/printable.http.js';

const IsDay = (): PropertyDecorator => Matches(/^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/);

/** By the due day lists are kept of what is open; a closed loan is found by the day it was made. */
const OfOpenLoans = (): PropertyDecorator =>
  ValidateBy({
    name: 'ofOpenLoans',
    validator: {
      validate: (_, context) => {
        const { status } = context?.object as LoansAsked;
        return status === 'open' || status === 'overdue';
      },
      defaultMessage: () => 'only with status open or overdue',
    },
  });

export class LoansAsked extends ListAsked {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @Id()
  readerId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'loans of this lending or reader school' })
  @IsOptional()
  @Id()
  schoolId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @Id()
  copyId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'loans of the class and of those who are in it today' })
  @IsOptional()
  @Id()
  classId?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  @Matches(PRINTABLE)
  copyBarcode?: string;

  @ApiPropertyOptional({ enum: ['open', 'overdue', 'closed'], description: 'open includes overdue' })
  @IsOptional()
  @IsIn(['open', 'overdue', 'closed'])
  status?: 'open' | 'overdue' | 'closed';

  @ApiPropertyOptional({ enum: loanModes, description: 'how the copy is out, or was' })
  @IsOptional()
  @IsIn(loanModes)
  mode?: LoanMode;

  @ApiPropertyOptional({ format: 'date', description: 'of open loans: due on this day or later' })
  @IsOptional()
  @IsDay()
  @OfOpenLoans()
  dueFrom?: CalendarDay;

  @ApiPropertyOptional({ format: 'date', description: 'of open loans: due before this day' })
  @IsOptional()
  @IsDay()
  @OfOpenLoans()
  dueBefore?: CalendarDay;

  @ApiPropertyOptional({ format: 'date', description: 'lent on this day or later' })
  @IsOptional()
  @IsDay()
  loanedFrom?: CalendarDay;

  @ApiPropertyOptional({ format: 'date', description: 'lent on this day or earlier' })
  @IsOptional()
  @IsDay()
  loanedTo?: CalendarDay;

  @ApiPropertyOptional({
    enum: ['dueOn'],
    description: 'of open loans: the longest overdue first; else newest first',
  })
  @IsOptional()
  @IsIn(['dueOn'])
  @OfOpenLoans()
  sort?: 'dueOn';

  @UpdatedSince()
  updatedSince?: string;
}

export class LoanPage extends SyncedPage {
  @ApiProperty({ type: [LoanView] }) readonly items!: LoanView[];
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { PageAsked } from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import { isOverdue, type Loan } from './rules/loan.js';
import { explainedPolicy, type ResolvedPolicy } from './rules/loan-policy.js';
import type { Decision, Outcome, Reason } from './rules/reason.js';

/** Without control characters: nobody scans or writes them, and they spoil a log or a label. */
export const PRINTABLE = /^\P{Cc}*$/u;

export class OverrideAsked {
  @ApiProperty({ example: 'reader.has-overdue' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(80)
  @Matches(PRINTABLE)
  code!: string;

  @ApiProperty({ description: 'why; kept with the loan' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  @Matches(PRINTABLE)
  reason!: string;
}

export class CheckOutAsked {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  @Matches(PRINTABLE)
  copyBarcode!: string;

  @ApiPropertyOptional({ description: 'card number or reader id, one of the two' })
  @ValidateIf((asked: CheckOutAsked) => asked.readerId === undefined || asked.cardNumber !== undefined)
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  @Matches(PRINTABLE)
  cardNumber?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readerId?: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'the school of the desk; may be left out by who works at one',
  })
  @IsOptional()
  @IsUUID()
  schoolId?: string;

  @ApiPropertyOptional({ type: [OverrideAsked] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => OverrideAsked)
  overrides?: OverrideAsked[];
}

export class ReturnAsked {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  @Matches(PRINTABLE)
  copyBarcode!: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  schoolId?: string;
}

export class RenewalAsked {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  loanId!: string;
}

export class LoansAsked extends PageAsked {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readerId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'loans of this lending or reader school' })
  @IsOptional()
  @IsUUID()
  schoolId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  copyId?: string;

  @ApiPropertyOptional({ enum: ['open', 'overdue', 'closed'], description: 'open includes overdue' })
  @IsOptional()
  @IsIn(['open', 'overdue', 'closed'])
  status?: 'open' | 'overdue' | 'closed';
}

export class LoanView {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ format: 'uuid' }) readonly copyId!: string;
  @ApiProperty({ format: 'uuid' }) readonly titleId!: string;
  @ApiProperty({ format: 'uuid' }) readonly readerId!: string;
  @ApiProperty({ format: 'uuid', description: 'the lending school' }) readonly schoolId!: string;
  @ApiProperty({ format: 'uuid' }) readonly owningSchoolId!: string;
  @ApiProperty({ format: 'uuid', description: 'the school of the reader on the day of the loan' })
  readonly readerSchoolId!: string;
  @ApiProperty({ format: 'date' }) readonly loanedOn!: string;
  @ApiProperty({ format: 'date' }) readonly dueOn!: string;
  @ApiProperty({ type: 'integer' }) readonly renewals!: number;
  @ApiProperty({ enum: ['open', 'overdue', 'closed'] }) readonly status!: 'open' | 'overdue' | 'closed';
  @ApiPropertyOptional({ enum: ['returned', 'lost'] }) readonly closedHow?: 'returned' | 'lost';
  @ApiPropertyOptional({ format: 'date' }) readonly closedOn?: string;
}

export class LoanPage {
  @ApiProperty({ type: [LoanView] }) readonly items!: LoanView[];
  @ApiProperty({ type: 'string', nullable: true }) readonly nextCursor!: string | null;
}

export class ReasonView {
  @ApiProperty({ example: 'reader.at-limit' }) readonly code!: string;
  @ApiProperty({ enum: ['deny', 'confirm', 'warn'] }) readonly severity!: Reason['severity'];
  @ApiProperty({ description: 'whether this caller may override it' }) readonly overridable!: boolean;
  @ApiPropertyOptional({ type: 'object', additionalProperties: true }) readonly facts?: object;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'the policy row behind it',
  })
  readonly rule?: object;
}

export class DecisionView {
  @ApiProperty({ enum: ['allow', 'confirm', 'deny'] }) readonly outcome!: Outcome;
  @ApiProperty({ type: [ReasonView], description: 'all reasons at once, in the order of the desk' })
  readonly reasons!: ReasonView[];
  @ApiPropertyOptional({ format: 'date', description: 'the day the loan would be due' })
  readonly dueOn?: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'each policy parameter that applied: value, rule id, version, scope',
  })
  readonly parameters!: object;
}

export class CheckOutView {
  @ApiProperty({ type: LoanView }) readonly loan!: LoanView;
  @ApiProperty({ type: DecisionView }) readonly decision!: DecisionView;
}

export class ReturnView {
  @ApiProperty({ type: LoanView, nullable: true, description: 'null: the copy was not on loan' })
  readonly loan!: LoanView | null;
  @ApiProperty({ enum: ['shelf', 'hold', 'transfer', 'withdrawn'], description: 'where the copy goes' })
  readonly next!: string;
  @ApiPropertyOptional({ format: 'uuid', description: 'the hold it is kept for' }) readonly holdId?: string;
}

export class RenewalView {
  @ApiProperty({ type: LoanView }) readonly loan!: LoanView;
}

export const toLoanView = (loan: Loan, today: CalendarDay): LoanView => ({
  id: loan.id,
  copyId: loan.copyId,
  titleId: loan.titleId,
  readerId: loan.readerId,
  schoolId: loan.lendingSchoolId,
  owningSchoolId: loan.owningSchoolId,
  readerSchoolId: loan.readerSchoolId,
  loanedOn: loan.loanedOn,
  dueOn: loan.dueOn,
  renewals: loan.renewals,
  status: loan.state.is === 'closed' ? 'closed' : isOverdue(loan, today) ? 'overdue' : 'open',
  ...(loan.state.is === 'closed' ? { closedHow: loan.state.how, closedOn: loan.state.closedOn } : {}),
});

export const toDecisionView = (
  decision: Decision,
  dueOn: CalendarDay | null,
  policy: ResolvedPolicy,
): DecisionView => ({
  outcome: decision.outcome,
  reasons: [...decision.reasons],
  ...(dueOn === null ? {} : { dueOn }),
  parameters: explainedPolicy(policy),
});

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { Decision, Outcome } from '@shulian/lending-rules/desk/reason';
import { explainedPolicy, type ResolvedPolicy } from '@shulian/lending-rules/policy/loan-policy';
import { Id } from '@shulian/service-kit';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { LoanView } from '../desk/loan.http.js';
import { PRINTABLE } from '../desk/printable.http.js';
import { ReasonView, type TitleOf } from '../desk/reason.http.js';
import { ShownCopyView } from '../desk/shown-copy.http.js';

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

/** Who takes a copy for a class shows no card. */
const Alone = (): PropertyDecorator =>
  ValidateBy({
    name: 'alone',
    validator: {
      validate: (_, context) => {
        const input = context?.object as CheckOutAsked;
        return input.cardNumber === undefined && input.readerId === undefined;
      },
      defaultMessage: () => 'not with a reader',
    },
  });

export class CheckOutAsked {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  @Matches(PRINTABLE)
  copyBarcode!: string;

  @ApiPropertyOptional({ description: 'card number, reader id or class id, one of the three' })
  @ValidateIf(
    (input: CheckOutAsked) =>
      (input.readerId === undefined && input.classId === undefined) || input.cardNumber !== undefined,
  )
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  @Matches(PRINTABLE)
  cardNumber?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @Id()
  readerId?: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'the class that borrows as a whole: a collective loan, which counts for none of its readers',
  })
  @ValidateIf((input: CheckOutAsked) => input.classId !== undefined)
  @Id()
  @Alone()
  classId?: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'the school of the desk; may be left out by who works at one',
  })
  @IsOptional()
  @Id()
  schoolId?: string;

  @ApiPropertyOptional({
    enum: ['in-room'],
    description:
      'read in the room and given back before it closes today: reference books, too, which never leave; left out: taken home',
  })
  @IsOptional()
  @IsIn(['in-room'])
  mode?: 'in-room';

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
  @Id()
  schoolId?: string;
}

export class RenewalAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'loan id or copy barcode, one of the two' })
  @ValidateIf((input: RenewalAsked) => input.copyBarcode === undefined || input.loanId !== undefined)
  @Id()
  loanId?: string;

  @ApiPropertyOptional({ description: 'of the copy that is on loan' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  @Matches(PRINTABLE)
  copyBarcode?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'the school of the desk, with a barcode' })
  @IsOptional()
  @Id()
  schoolId?: string;
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

export class ReturnView extends ShownCopyView {
  @ApiProperty({
    type: LoanView,
    nullable: true,
    description:
      'null: the copy was not on loan, or another school lent it to a reader whom this one does not know',
  })
  readonly loan!: LoanView | null;
  @ApiPropertyOptional({ description: 'a loan ended that is not shown here' })
  readonly loanOfAnotherSchool?: true;
  @ApiProperty({ enum: ['shelf', 'hold', 'transfer', 'withdrawn'], description: 'where the copy goes' })
  readonly next!: string;
  @ApiPropertyOptional({ format: 'uuid', description: 'the hold it is kept for' }) readonly holdId?: string;
}

export class RenewalView {
  @ApiProperty({ type: LoanView }) readonly loan!: LoanView;
}

export const toDecisionView = (
  decision: Decision,
  dueOn: CalendarDay | null,
  policy: ResolvedPolicy,
  titleOf: TitleOf,
): DecisionView => ({
  outcome: decision.outcome,
  reasons: decision.reasons.map((reason) => ({ ...reason, title: titleOf(reason.code) })),
  ...(dueOn === null ? {} : { dueOn }),
  parameters: explainedPolicy(policy),
});

import { ApiProperty } from '@nestjs/swagger';
import { COPY_KINDS, READER_KINDS, type CopyKind } from '@shulian/contracts/words';
import type { BorrowerKind } from '@shulian/lending-rules/policy/loan-policy';
import { DayOrNone, OneOfOrNone, SchoolAsked, shown } from '@shulian/service-kit/fields';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateNested } from 'class-validator';
import { BorrowerView } from '../desk/loan.http.js';
import { PolicyRowAsked } from './policies.http.js';
import { CHANGES, type Change } from './rules/trial.js';

export const SCOPES = ['school', 'county'] as const;
export type Scope = (typeof SCOPES)[number];
/** Days that one trial looks back over. */
export const MOST_DAYS = 62;
/** Loans that are shown; how many there are is counted in all. */
export const MOST_SHOWN = 500;

/** `POST /policy-trials` */
export class PolicyTrialAsked {
  @SchoolAsked()
  schoolId?: string;

  @OneOfOrNone(SCOPES, 'whose rules the rows take the place of; left out: those of the school')
  scope?: Scope;

  @ApiProperty({ type: [PolicyRowAsked], description: 'all rows of the draft' })
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => PolicyRowAsked)
  rows!: PolicyRowAsked[];

  @DayOrNone('loans of this day and later; left out: of the last thirty days')
  from?: string;

  @DayOrNone(`until this day; left out: today. ${String(MOST_DAYS)} days at most`)
  to?: string;
}

export class TrialRefusal {
  @ApiProperty() readonly code!: string;
  @ApiProperty({ enum: ['deny', 'confirm'] }) readonly severity!: string;
}

export class RulingView {
  @ApiProperty({ type: [TrialRefusal], description: 'none: it may be lent' })
  readonly refusals!: readonly TrialRefusal[];
  @ApiProperty({ ...shown.dayOrNull, description: 'null: no rule gives a period' })
  readonly dueOn!: string | null;
  @ApiProperty(shown.whole) readonly renewals!: number;
}

export class TrialLoan {
  @ApiProperty(shown.id) readonly loanId!: string;
  @ApiProperty({ type: BorrowerView }) readonly borrower!: BorrowerView;
  @ApiProperty({ enum: [...READER_KINDS, 'class'] }) readonly borrowerKind!: BorrowerKind;
  @ApiProperty(shown.idOrNull) readonly classId!: string | null;
  @ApiProperty(shown.wholeOrNull) readonly grade!: number | null;
  @ApiProperty({ enum: COPY_KINDS }) readonly copyKind!: CopyKind;
  @ApiProperty(shown.orNull) readonly title!: string | null;
  @ApiProperty(shown.orNull) readonly copyBarcode!: string | null;
  @ApiProperty(shown.day) readonly loanedOn!: string;
  @ApiProperty({ enum: CHANGES, isArray: true }) readonly changes!: readonly Change[];
  @ApiProperty({ type: RulingView, description: 'under the rules of its day' }) readonly before!: RulingView;
  @ApiProperty({ type: RulingView, description: 'under the draft' }) readonly after!: RulingView;
}

export class ChangeCount {
  @ApiProperty({ enum: CHANGES }) readonly change!: Change;
  @ApiProperty(shown.whole) readonly loans!: number;
}

export class PolicyTrialView {
  @ApiProperty(shown.id) readonly schoolId!: string;
  @ApiProperty({ enum: SCOPES }) readonly scope!: Scope;
  @ApiProperty(shown.day) readonly from!: string;
  @ApiProperty(shown.day) readonly to!: string;
  @ApiProperty({ ...shown.whole, description: 'taken home in these days' }) readonly loans!: number;
  @ApiProperty({ ...shown.whole, description: 'of these, would have gone otherwise' })
  readonly changed!: number;
  @ApiProperty({ type: [ChangeCount], description: 'a loan may change in several ways' })
  readonly changes!: readonly ChangeCount[];
  @ApiProperty({ type: [TrialLoan], description: `the first ${String(MOST_SHOWN)} that would have` })
  readonly items!: readonly TrialLoan[];
}

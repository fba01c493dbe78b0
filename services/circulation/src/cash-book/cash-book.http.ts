import { ApiProperty } from '@nestjs/swagger';
import { ListAsked } from '@shulian/service-kit';
import {
  DayOrNone,
  IdAsked,
  Line,
  LineOrNull,
  OneOfOrNone,
  SchoolAsked,
  shown,
  Text,
  Whole,
  WholeOrNone,
  YesOfQuery,
} from '@shulian/service-kit/fields';
import { LONGEST_NOTE, MOST_FEN } from '../bounds.http.js';
import { BorrowerView } from '../desk/loan.http.js';

export const CASH_KINDS = [
  'payment',
  'payment-reversed',
  'refund',
  'handed-over',
  'handing-over-reversed',
] as const;
export type CashKind = (typeof CASH_KINDS)[number];

/** `GET /cash-lines` */
export class CashLinesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @DayOrNone('entered on this day or later')
  from?: string;

  @DayOrNone('entered on this day or before')
  to?: string;

  @WholeOrNone(1, 1_000_000, 'of this closed period')
  period?: number;

  @OneOfOrNone(CASH_KINDS)
  kind?: CashKind;

  @YesOfQuery('of payments: whether the copy is struck from the register')
  struck?: boolean;
}
export class CashLine {
  @ApiProperty({ ...shown.whole, description: 'gapless at the school' }) readonly number!: number;
  @ApiProperty({ format: 'date' }) readonly enteredOn!: string;
  @ApiProperty({ description: 'account or client' }) readonly enteredBy!: string;
  @ApiProperty({ enum: CASH_KINDS }) readonly kind!: CashKind;
  @ApiProperty({ ...shown.wholeOrNull, description: 'fen that came in' }) readonly inFen!: number | null;
  @ApiProperty({ ...shown.wholeOrNull, description: 'fen that went out' }) readonly outFen!: number | null;
  @ApiProperty({ ...shown.whole, description: 'fen, after the line' }) readonly balanceFen!: number;
  @ApiProperty(shown.idOrNull) readonly compensationId!: string | null;
  @ApiProperty({ type: () => BorrowerView, nullable: true }) readonly borrower!: BorrowerView | null;
  @ApiProperty({ ...shown.idOrNull, description: 'who owed; null: a class, or money handed over' })
  readonly readerId!: string | null;
  @ApiProperty(shown.idOrNull) readonly copyId!: string | null;
  @ApiProperty(shown.orNull) readonly title!: string | null;
  @ApiProperty(shown.orNull) readonly copyBarcode!: string | null;
  @ApiProperty({
    type: 'boolean',
    nullable: true,
    description:
      'whether the copy that was paid for is struck; its line is in the compensation account of the catalogue',
  })
  readonly struck!: boolean | null;
  @ApiProperty({ ...shown.wholeOrNull, description: 'the line that this one takes back' })
  readonly reverses!: number | null;
  @ApiProperty(shown.orNull) readonly documentNumber!: string | null;
  @ApiProperty(shown.orNull) readonly note!: string | null;
  @ApiProperty({ ...shown.wholeOrNull, description: 'the period it was closed with' }) readonly period!:
    number | null;
}
export class CashLinesPage {
  @ApiProperty({ type: [CashLine] }) readonly items!: CashLine[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}

/** `POST /cash-lines/refunds` */
export class RefundAsked {
  @IdAsked('one that was paid')
  compensationId!: string;

  @WholeOrNone(1, MOST_FEN, 'fen; all that is left of what was paid, where left out')
  amountFen?: number;

  @LineOrNull(LONGEST_NOTE)
  note?: string | null;
}
/** `POST /cash-lines/handings-over` */
export class HandOverAsked {
  @SchoolAsked()
  schoolId?: string;

  @Whole(1, MOST_FEN, 'fen')
  amountFen!: number;

  @Line(60, 'of the receipt of the accounts')
  documentNumber!: string;

  @LineOrNull(LONGEST_NOTE)
  note?: string | null;
}
/** `POST /cash-lines/reversals` */
export class ReversalAsked {
  @SchoolAsked()
  schoolId?: string;

  @Whole(1, 2_147_483_647, 'of a refund or a handing-over')
  number!: number;

  @LineOrNull(LONGEST_NOTE)
  note?: string | null;
}
export class CashEntered {
  @ApiProperty(shown.whole) readonly number!: number;
  @ApiProperty({ enum: CASH_KINDS }) readonly kind!: CashKind;
  @ApiProperty({ ...shown.whole, description: 'fen; what went out is negative' }) readonly amountFen!: number;
  @ApiProperty({ ...shown.whole, description: 'fen, after the line' }) readonly balanceFen!: number;
}

/** `POST /cash-periods` */
export class CashPeriodAsked {
  @SchoolAsked()
  schoolId?: string;

  @Whole(0, 1_000_000_000, 'fen, as counted')
  countedFen!: number;

  @LineOrNull(LONGEST_NOTE, 'needed where what was counted is not what the book says')
  note?: string | null;
}
/** `POST /cash-periods/reopening`, `GET /cash-periods`, `/compensation-rules` */
export class OfSchool {
  @SchoolAsked()
  schoolId?: string;
}
export class CashPeriodsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}
export class CashPeriodView {
  @ApiProperty({ format: 'uuid' }) readonly schoolId!: string;
  @ApiProperty(shown.whole) readonly number!: number;
  @ApiProperty(shown.whole) readonly firstLine!: number;
  @ApiProperty(shown.whole) readonly lastLine!: number;
  @ApiProperty({ ...shown.whole, description: 'fen' }) readonly openingFen!: number;
  @ApiProperty({ ...shown.whole, description: 'fen' }) readonly inFen!: number;
  @ApiProperty({ ...shown.whole, description: 'fen' }) readonly outFen!: number;
  @ApiProperty({ ...shown.whole, description: 'fen: opening and in, less out' }) readonly closingFen!: number;
  @ApiProperty({ ...shown.whole, description: 'fen' }) readonly countedFen!: number;
  @ApiProperty({ format: 'date' }) readonly closedOn!: string;
  @ApiProperty({ description: 'account or client' }) readonly closedBy!: string;
  @ApiProperty(shown.orNull) readonly note!: string | null;
}
export class CashPeriodsPage {
  @ApiProperty({ type: [CashPeriodView] }) readonly items!: CashPeriodView[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}

/** `PUT /compensation-rules` */
export class RuleAsked {
  @SchoolAsked()
  schoolId?: string;

  @Text(10_000, 'the rule in words, as it hangs on the wall')
  text!: string;

  @DayOrNone('today where left out')
  effectiveOn?: string;
}
export class RuleAskedFor {
  @SchoolAsked()
  schoolId?: string;

  @WholeOrNone(1, 1_000_000, 'an earlier one; the newest where left out')
  version?: number;
}
export class RuleView {
  @ApiProperty({ format: 'uuid' }) readonly schoolId!: string;
  @ApiProperty(shown.whole) readonly version!: number;
  @ApiProperty() readonly text!: string;
  @ApiProperty({ format: 'date' }) readonly effectiveOn!: string;
  @ApiProperty({ format: 'date' }) readonly putOn!: string;
  @ApiProperty({ description: 'account or client' }) readonly putBy!: string;
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Id, ListAsked } from '@shulian/service-kit';
import { IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import {
  DayOrNone,
  IdOrNone,
  LineOrNull,
  OneOf,
  OneOfOrNone,
  SchoolAsked,
  shown,
  WholeOrNone,
} from '@shulian/service-kit/fields';
import { LONGEST_NOTE, MOST_FEN } from '../bounds.http.js';
import { BorrowerView } from '../desk/loan.http.js';
import { PRINTABLE } from '../desk/printable.http.js';
import {
  CASE_DAMAGES,
  CASE_KINDS,
  CASE_OUTCOMES,
  CASE_STATES,
  type CaseDamage,
  type CaseKind,
  type CaseOutcome,
  type CaseState,
} from './rules/loan-case.js';

/** `POST /loan-cases` */
export class LoanCaseAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'the open loan of the copy; or name its barcode' })
  @IsOptional()
  @Id()
  loanId?: string;

  @ApiPropertyOptional({ description: 'of the copy that is on loan' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  @Matches(PRINTABLE)
  copyBarcode?: string;

  @SchoolAsked()
  schoolId?: string;

  @OneOf(CASE_KINDS)
  kind!: CaseKind;

  @OneOfOrNone(CASE_DAMAGES, 'with damage, and only then')
  damage?: CaseDamage;

  @DayOrNone('by when who has it shall have it mended')
  mendBy?: string;

  @LineOrNull(LONGEST_NOTE)
  note?: string | null;
}

/** `GET /loan-cases` */
export class CasesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdOrNone('of the class on the day of the case')
  classId?: string;

  @OneOfOrNone(CASE_KINDS)
  kind?: CaseKind;

  @OneOfOrNone(CASE_STATES)
  state?: CaseState;

  @DayOrNone('noted on this day or later')
  from?: string;

  @DayOrNone('noted on this day or before')
  to?: string;
}

export class CaseView {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ format: 'uuid' }) readonly schoolId!: string;
  @ApiProperty({ enum: CASE_KINDS }) readonly kind!: CaseKind;
  @ApiProperty({ format: 'uuid' }) readonly loanId!: string;
  @ApiProperty({ type: () => BorrowerView }) readonly borrower!: BorrowerView;
  @ApiProperty({ ...shown.idOrNull, description: 'null: a class has it' }) readonly readerId!: string | null;
  @ApiProperty(shown.idOrNull) readonly classId!: string | null;
  @ApiProperty(shown.orNull) readonly title!: string | null;
  @ApiProperty(shown.orNull) readonly copyBarcode!: string | null;
  @ApiProperty({ ...shown.orNull, enum: [...CASE_DAMAGES, null] }) readonly damage!: CaseDamage | null;
  @ApiProperty(shown.dayOrNull) readonly mendBy!: string | null;
  @ApiProperty({ format: 'date' }) readonly notedOn!: string;
  @ApiProperty({ description: 'account or client' }) readonly notedBy!: string;
  @ApiProperty(shown.orNull) readonly note!: string | null;
  @ApiProperty({ enum: CASE_STATES }) readonly state!: CaseState;
  @ApiProperty(shown.dayOrNull) readonly endedOn!: string | null;
  @ApiProperty({ ...shown.orNull, description: 'who inspected it; account or client' })
  readonly endedBy!: string | null;
  @ApiProperty(shown.orNull) readonly endNote!: string | null;
  @ApiProperty({ ...shown.idOrNull, description: 'what is owed for it' }) readonly compensationId!:
    string | null;
}
export class CasesPage {
  @ApiProperty({ type: [CaseView] }) readonly items!: CaseView[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}

/** `POST /loan-cases/{id}/ending` */
export class EndingAsked {
  @OneOf(CASE_OUTCOMES, 'damage: mended, lost, dropped; said-returned: found, not-found, lost, dropped')
  outcome!: CaseOutcome;

  @WholeOrNone(0, MOST_FEN, 'with lost: what the copy cost, in fen, where the catalogue does not know')
  priceFen?: number;

  @LineOrNull(LONGEST_NOTE)
  note?: string | null;
}

/** `GET /overdue-cases` */
export class OverdueCasesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @DayOrNone('a day of the term; the term before this one where left out')
  on?: string;

  @IdOrNone('of the class on the day of the loan')
  classId?: string;
}
export class OverdueCase {
  @ApiProperty({ format: 'uuid' }) readonly loanId!: string;
  @ApiProperty({ type: () => BorrowerView }) readonly borrower!: BorrowerView;
  @ApiProperty({ ...shown.idOrNull, description: 'null: a class had it' }) readonly readerId!: string | null;
  @ApiProperty(shown.idOrNull) readonly classId!: string | null;
  @ApiProperty(shown.orNull) readonly title!: string | null;
  @ApiProperty(shown.orNull) readonly copyBarcode!: string | null;
  @ApiProperty({ format: 'date' }) readonly loanedOn!: string;
  @ApiProperty({ format: 'date' }) readonly dueOn!: string;
  @ApiProperty(shown.dayOrNull) readonly closedOn!: string | null;
  @ApiProperty({ enum: ['open', 'returned', 'lost'] }) readonly since!: 'open' | 'returned' | 'lost';
  @ApiProperty({ ...shown.whole, description: 'calendar days' }) readonly daysLate!: number;
}
export class OverdueCasesPage {
  @ApiProperty({ type: [OverdueCase] }) readonly items!: OverdueCase[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}

/** `GET /loss-figures` */
export class FiguresAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}
export class TermFigures {
  @ApiProperty({ format: 'date' }) readonly termStartsOn!: string;
  @ApiProperty({ format: 'date' }) readonly termEndsOn!: string;
  @ApiProperty(shown.whole) readonly lent!: number;
  @ApiProperty({ ...shown.whole, description: 'of what was lent: came back late, or is late' })
  readonly overdue!: number;
  @ApiProperty({ ...shown.whole, description: 'cases of damage' }) readonly damaged!: number;
  @ApiProperty({ ...shown.whole, description: 'of these, mended' }) readonly mended!: number;
  @ApiProperty({ ...shown.whole, description: 'declared lost in the term' }) readonly lost!: number;
  @ApiProperty({ ...shown.whole, description: 'of these, paid or replaced' }) readonly compensated!: number;
  @ApiProperty({ ...shown.wholeOrNull, description: 'copies in stock, as last counted in the term' })
  readonly stock!: number | null;
  @ApiProperty({ type: 'number', nullable: true, description: 'lost of a thousand in stock' })
  readonly lossRate!: number | null;
  @ApiProperty({ type: 'number', nullable: true, description: 'damaged of a thousand in stock' })
  readonly wearRate!: number | null;
  @ApiProperty({ type: 'number', nullable: true, description: 'lost of a thousand lent' })
  readonly lossesPerThousandLent!: number | null;
}
export class FiguresPage {
  @ApiProperty({ type: [TermFigures] }) readonly items!: TermFigures[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { COPY_KINDS, type CopyKind } from '@shulian/contracts/words';
import { Id, Ids, ListAsked } from '@shulian/service-kit';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional } from 'class-validator';
import { DayOrNone, LARGEST_WHOLE, SchoolAsked, TextOrNull, WholeOrNull } from '@shulian/service-kit/fields';
import { SETTLEMENTS, STANDINGS, type Settlement, type Standing } from './rules/standing.js';

/** Compensations that are closed in one call: what a term lost. */
const AT_ONCE = 100;

/** `GET /compensation-account` */
export class CompensationsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({ enum: STANDINGS })
  @IsOptional()
  @IsIn(STANDINGS)
  standing?: Standing;

  @DayOrNone('lost on this day or later')
  from?: string;

  @DayOrNone('lost on this day or before')
  to?: string;
}

/** `GET /compensation-months` */
export class CompensationMonthsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @DayOrNone('a day of the first month; a year ago where left out')
  from?: string;

  @DayOrNone('a day of the last month; today where left out')
  to?: string;
}

/** `POST /compensation-closings` */
export class ClosingsAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiProperty({
    type: 'array',
    items: { type: 'string', format: 'uuid' },
    minItems: 1,
    maxItems: AT_ONCE,
    description: 'settled, and not by a replacement',
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(AT_ONCE)
  @Ids()
  compensationIds!: string[];

  @TextOrNull(
    limits.documentNumber,
    'of the approval or the receipt, for the lines of the withdrawal register',
  )
  documentNumber?: string | null;
}

/** `POST /compensation-account/{id}/replacement`: a copy that was entered already, or what is to be entered. */
export class ReplacementAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'a copy that stands in the books; then nothing else' })
  @IsOptional()
  @Id()
  copyId?: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'another title than that of the lost copy; the same where left out',
  })
  @IsOptional()
  @Id()
  titleId?: string;

  @TextOrNull(limits.barcode, 'made by us where left out')
  barcode?: string | null;

  @WholeOrNull(0, LARGEST_WHOLE, 'fen; what the lost copy was worth where left out')
  priceFen?: number | null;

  @TextOrNull(limits.volume)
  volume?: string | null;

  @ApiPropertyOptional({ enum: COPY_KINDS, description: 'that of the lost copy where left out' })
  @IsOptional()
  @IsIn(COPY_KINDS)
  kind?: CopyKind;

  @TextOrNull(limits.documentNumber, 'for the lines of both registers')
  documentNumber?: string | null;
}

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;
const wholeOrNull = { type: 'integer', nullable: true } as const;

/** A line of the account of compensations (赔款、注销明细). */
export class CompensationLine {
  @ApiProperty({ format: 'uuid', description: 'as circulation has it; there stands who owes' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ format: 'date' }) owedOn!: string;
  @ApiProperty({ format: 'uuid', description: 'the lost one' }) copyId!: string;
  @ApiProperty(whole) accessionNumber!: number;
  @ApiProperty() barcode!: string;
  @ApiProperty(orNull) callNumber!: string | null;
  @ApiProperty() title!: string;
  @ApiProperty({ ...wholeOrNull, description: 'fen, as of the loss' }) owedFen!: number | null;
  @ApiProperty({ ...orNull, enum: [...SETTLEMENTS, null], description: 'null: it is owed' })
  how!: Settlement | null;
  @ApiProperty({ ...wholeOrNull, description: 'fen, what was paid' }) amountFen!: number | null;
  @ApiProperty({ ...orNull, format: 'date' }) settledOn!: string | null;
  @ApiProperty({ enum: STANDINGS }) standing!: Standing;
  @ApiProperty({ ...orNull, format: 'date' }) closedOn!: string | null;
  @ApiProperty({ ...orNull, description: 'account or client' }) closedBy!: string | null;
  @ApiProperty({ ...wholeOrNull, description: 'its line in the registers of the school' })
  withdrawalLine!: number | null;
  @ApiProperty({ ...wholeOrNull, description: 'fen, what the lost copy was worth in the books' })
  withdrawnFen!: number | null;
  @ApiProperty(orNull) documentNumber!: string | null;
  @ApiProperty({ ...orNull, format: 'uuid', description: 'the copy that came for it' })
  replacementId!: string | null;
  @ApiProperty(orNull) replacementBarcode!: string | null;
  @ApiProperty(wholeOrNull) replacementNumber!: number | null;
  @ApiProperty({ ...wholeOrNull, description: 'fen' }) replacementFen!: number | null;
}
export class CompensationsAccountPage {
  @ApiProperty({ type: [CompensationLine] }) items!: CompensationLine[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** What was lost in a month: owed = open + paid + replaced + waived; settled = withdrawn + replacements + cameBack + toClose. */
export class CompensationMonth {
  @ApiProperty({ format: 'date', description: 'its first day' }) month!: string;
  @ApiProperty(whole) owed!: number;
  @ApiProperty({ ...whole, description: 'fen' }) owedFen!: number;
  @ApiProperty(whole) open!: number;
  @ApiProperty({ ...whole, description: 'fen' }) openFen!: number;
  @ApiProperty(whole) paid!: number;
  @ApiProperty({ ...whole, description: 'fen, what was paid in fact' }) paidFen!: number;
  @ApiProperty(whole) replaced!: number;
  @ApiProperty(whole) waived!: number;
  @ApiProperty({ ...whole, description: 'settled and closed by a line of the withdrawal register alone' })
  withdrawn!: number;
  @ApiProperty({ ...whole, description: 'settled and closed by a replacement, the lost copy struck' })
  replacements!: number;
  @ApiProperty({ ...whole, description: 'settled, and the copy was found: nothing to strike' })
  cameBack!: number;
  @ApiProperty({ ...whole, description: 'settled, and not closed in the books' }) toClose!: number;
  @ApiProperty({
    ...whole,
    description: 'of the open ones: closed in the books before the settlement was taken back',
  })
  owedAgain!: number;
  @ApiProperty({ ...whole, description: 'fen, what was struck' }) withdrawnFen!: number;
}
export class CompensationMonthsPage {
  @ApiProperty({ type: [CompensationMonth] }) items!: CompensationMonth[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class ClosedCompensation {
  @ApiProperty({ format: 'uuid' }) compensationId!: string;
  @ApiProperty({ ...orNull, description: 'why it was not closed' }) code!: string | null;
}
export class ClosingsAnswer {
  @ApiProperty(whole) closed!: number;
  @ApiProperty({ type: [ClosedCompensation], description: 'one for each id, in their order' })
  items!: ClosedCompensation[];
}

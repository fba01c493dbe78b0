import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { MATERIAL_KINDS } from '@shulian/contracts/words';
import { Id, ListAsked } from '@shulian/service-kit';
import { Type } from 'class-transformer';
import { IsIn, IsObject, IsOptional, ValidateNested } from 'class-validator';
import { DayOrNone, SchoolAsked, Text, TextOrNull, Things, Whole } from '@shulian/service-kit/fields';
import { HOLDER_KINDS, TEACHING_EVENTS, type HolderKind, type TeachingEvent } from './rules/teaching-line.js';

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;
const MOST_ISSUED = 100_000;

export class HolderAsked {
  @ApiProperty({ enum: HOLDER_KINDS })
  @IsIn(HOLDER_KINDS)
  kind!: HolderKind;

  @Text(limits.locationName, 'id of the class or of the teacher as a reader, name of the office')
  ref!: string;
}

export class TeachingLineAsked {
  @ApiProperty({ format: 'uuid' })
  @Id()
  titleId!: string;

  @ApiProperty({ enum: TEACHING_EVENTS })
  @IsIn(TEACHING_EVENTS)
  what!: TeachingEvent;

  @Whole(1, MOST_ISSUED)
  quantity!: number;

  @ApiPropertyOptional({ type: HolderAsked, description: 'who gets it, gives it back, or lost it' })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => HolderAsked)
  holder?: HolderAsked;

  @TextOrNull(limits.stockNote)
  note?: string | null;
}

/** `POST /teaching-lines` */
export class TeachingLinesAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiProperty({ format: 'uuid', description: 'the term it counts for' })
  @Id()
  termId!: string;

  @DayOrNone('today where left out')
  onDay?: string;

  @Things(TeachingLineAsked, limits.linesAtOnce)
  lines!: TeachingLineAsked[];
}

/** `POST /teaching-lines/{id}/reversal` */
export class TeachingReversalAsked {
  @TextOrNull(limits.stockNote, 'why')
  note?: string | null;
}

export class TeachingLinesListAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @Id()
  termId?: string;

  @ApiPropertyOptional({ enum: TEACHING_EVENTS })
  @IsOptional()
  @IsIn(TEACHING_EVENTS)
  what?: TeachingEvent;

  @DayOrNone('on this day or later')
  from?: string;

  @DayOrNone('on this day or before')
  to?: string;
}

export class TeachingStockAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'what moved in this term; on hand and out stay as of now',
  })
  @IsOptional()
  @Id()
  termId?: string;
}

export class TeachingHoldingsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({ enum: HOLDER_KINDS })
  @IsOptional()
  @IsIn(HOLDER_KINDS)
  holderKind?: HolderKind;
}

export class HolderView {
  @ApiProperty({ enum: HOLDER_KINDS }) kind!: HolderKind;
  @ApiProperty({ description: 'id of the class or of the reader, name of the office' }) ref!: string;
  @ApiProperty({ ...orNull, format: 'uuid', description: 'the teacher' }) readerId!: string | null;
}
export class TeachingLineView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ format: 'uuid' }) titleId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ format: 'uuid' }) termId!: string;
  @ApiProperty(orNull) term!: string | null;
  @ApiProperty({ enum: TEACHING_EVENTS }) what!: TeachingEvent;
  @ApiProperty({ ...whole, description: 'less than nothing in a counter-line' }) quantity!: number;
  @ApiProperty({ type: HolderView, nullable: true }) holder!: HolderView | null;
  @ApiProperty({ format: 'date' }) onDay!: string;
  @ApiProperty(orNull) note!: string | null;
  @ApiProperty({ description: 'account or client' }) by!: string;
  @ApiProperty({ ...orNull, format: 'uuid', description: 'the line that this one takes back' })
  counterOf!: string | null;
}
export class TeachingLinesEntered {
  @ApiProperty({ type: [TeachingLineView] }) items!: readonly TeachingLineView[];
}
export class TeachingLinesPage {
  @ApiProperty({ type: [TeachingLineView] }) items!: TeachingLineView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class TeachingStockView {
  @ApiProperty({ format: 'uuid' }) titleId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: MATERIAL_KINDS, nullable: true }) kind!: string | null;
  @ApiProperty(whole) received!: number;
  @ApiProperty(whole) issued!: number;
  @ApiProperty(whole) recalled!: number;
  @ApiProperty(whole) lost!: number;
  @ApiProperty({ ...whole, description: 'in the store now' }) onHand!: number;
  @ApiProperty({ ...whole, description: 'with classes, teachers and offices now' }) out!: number;
}
export class TeachingStockPage {
  @ApiProperty({ type: [TeachingStockView] }) items!: TeachingStockView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class TeachingHoldingView {
  @ApiProperty({ type: HolderView }) holder!: HolderView;
  @ApiProperty({ format: 'uuid' }) titleId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: MATERIAL_KINDS, nullable: true }) kind!: string | null;
  @ApiProperty(whole) quantity!: number;
}
export class TeachingHoldingsPage {
  @ApiProperty({ type: [TeachingHoldingView] }) items!: TeachingHoldingView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

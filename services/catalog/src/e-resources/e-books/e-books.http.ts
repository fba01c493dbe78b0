import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Id, ListAsked } from '@shulian/service-kit';
import { IsIn, IsOptional } from 'class-validator';
import { DayOrNone, Text, TextOrNull, Whole, WholeOrNull } from '@shulian/service-kit/fields';
import { SchoolOrCounty } from '../register/e-resources.http.js';
import { E_BOOK_KINDS, E_BOOK_LINE_KINDS, type EBookKind, type EBookLineKind } from '../rules/e-book.js';

/** Ten million volumes and a hundred million yuan in one line: sums stay exact. */
const MOST_VOLUMES = 10_000_000;
const MOST_FEN = 10_000_000_000;

/** `POST /e-book-lines` */
export class EBooksAsked {
  @SchoolOrCounty()
  schoolId?: string | null;

  @ApiProperty({
    enum: E_BOOK_KINDS,
    description: '`county`: given by the county office; `removed`: they went',
  })
  @IsIn(E_BOOK_KINDS)
  kind!: EBookKind;

  @DayOrNone('today where left out; not later')
  day?: string;

  @Whole(1, MOST_VOLUMES, 'so many came, or went')
  volumes!: number;

  @WholeOrNull(0, MOST_FEN, 'fen, what they cost')
  fen?: number | null;

  @ApiPropertyOptional({ format: 'uuid', description: 'the resource in which they are read' })
  @IsOptional()
  @Id()
  resourceId?: string;

  @TextOrNull(limits.documentNumber)
  documentNumber?: string | null;

  @TextOrNull(limits.remark)
  note?: string | null;
}

/** `POST /e-book-lines/{id}/correction` */
export class EBookCorrectionAsked {
  @Text(limits.correctionNote, 'what was wrong')
  note!: string;
}

/** `GET /e-book-lines` */
export class EBookLinesAsked extends ListAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'left out by the county: its own' })
  @IsOptional()
  @Id()
  schoolId?: string;

  @DayOrNone('of this day or later')
  from?: string;

  @DayOrNone('of this day or before')
  to?: string;
}

const BY = ['school', 'county'] as const;

/** `GET /e-book-holdings` */
export class EBookHoldingsAsked extends ListAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'left out by the county: all schools' })
  @IsOptional()
  @Id()
  schoolId?: string;

  @ApiPropertyOptional({
    enum: BY,
    default: 'school',
    description: '`county`: all in one line, for the county',
  })
  @IsOptional()
  @IsIn(BY)
  by: (typeof BY)[number] = 'school';

  @DayOrNone('as it stood at the end of this day; today where left out')
  on?: string;
}

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;

export class EBookLineView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ ...orNull, format: 'uuid', description: 'null: of the county' }) schoolId!: string | null;
  @ApiProperty({ ...whole, description: 'running, in its school' }) number!: number;
  @ApiProperty({ enum: E_BOOK_LINE_KINDS }) kind!: EBookLineKind;
  @ApiProperty({ enum: E_BOOK_KINDS, description: 'its kind, or that of the line it corrects' })
  countsAs!: EBookKind;
  @ApiProperty({ format: 'date' }) day!: string;
  @ApiProperty({ ...whole, description: 'below zero: they went' }) volumes!: number;
  @ApiProperty({ ...whole, description: 'fen' }) fen!: number;
  @ApiProperty({ ...orNull, format: 'uuid' }) resourceId!: string | null;
  @ApiProperty(orNull) resource!: string | null;
  @ApiProperty(orNull) documentNumber!: string | null;
  @ApiProperty(orNull) note!: string | null;
  @ApiProperty({ ...whole, nullable: true, description: 'number of the line that it corrects' })
  corrects!: number | null;
  @ApiProperty({ ...whole, description: 'volumes after this line, in the order of days' }) balance!: number;
}
/** E-books that a school has on a day, by how they came. Print is counted elsewhere, and these not there. */
export class EBookHoldingView {
  @ApiProperty({ ...orNull, format: 'uuid', description: 'null: of the county, or all of it' })
  schoolId!: string | null;
  @ApiProperty({ ...orNull, description: 'null: of the county, or all of it' }) school!: string | null;
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty(whole) bought!: number;
  @ApiProperty(whole) donated!: number;
  @ApiProperty({ ...whole, description: 'given by the county office' }) county!: number;
  @ApiProperty(whole) free!: number;
  @ApiProperty(whole) removed!: number;
  @ApiProperty({ ...whole, description: 'that are there' }) volumes!: number;
  @ApiProperty({ ...whole, description: 'fen, what they cost' }) fen!: number;
}
export class EBookLinesPage {
  @ApiProperty({ type: [EBookLineView] }) items!: EBookLineView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class EBookHoldingsPage {
  @ApiProperty({ type: [EBookHoldingView] }) items!: EBookHoldingView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

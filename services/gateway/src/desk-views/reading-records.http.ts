import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Id } from '@shulian/service-kit';
import { IsDateString, IsOptional, Matches } from 'class-validator';
import { ReaderOnDesk } from './desk-views.http.js';

const NOT_KNOWN = 'null: a service is away, see `missing`, or the caller may not see it';
const orNull = { type: 'string', nullable: true } as const;
const dayOrNull = { ...orNull, format: 'date' } as const;
const whole = { type: 'integer' } as const;

const DayOrNone =
  (description: string): PropertyDecorator =>
  (target, key) => {
    ApiPropertyOptional({ type: 'string', format: 'date', description })(target, key);
    IsOptional()(target, key);
    Matches(/^[1-9]\d{3}-\d\d-\d\d$/)(target, key);
    IsDateString({ strict: true })(target, key);
  };

/** `POST /desk/reading-records` */
export class ReadingRecordAsked {
  @ApiProperty({ format: 'uuid' })
  @Id()
  readerId!: string;

  @DayOrNone('what was on this day or later')
  from?: string;

  @DayOrNone('what was on this day or before')
  to?: string;
}

/** A book that was borrowed. */
export class BookOfRecord {
  @ApiProperty({ format: 'uuid' }) readonly titleId!: string;
  @ApiProperty(orNull) readonly title!: string | null;
  @ApiProperty(orNull) readonly callNumber!: string | null;
  @ApiProperty({ format: 'date' }) readonly loanedOn!: string;
  @ApiProperty({ ...dayOrNull, description: 'null: still at home' }) readonly closedOn!: string | null;
}

export class NoteOfRecord {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ ...orNull, format: 'uuid' }) readonly titleId!: string | null;
  @ApiProperty() readonly kind!: string;
  @ApiProperty() readonly text!: string;
  @ApiProperty({ format: 'date' }) readonly handedInOn!: string;
  @ApiProperty(dayOrNull) readonly acceptedOn!: string | null;
}

export class AwardOfRecord {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty() readonly name!: string;
  @ApiProperty() readonly level!: string;
  @ApiProperty({ format: 'date' }) readonly givenOn!: string;
  @ApiProperty(orNull) readonly words!: string | null;
}

export class CountsOfRecord {
  @ApiProperty({ ...whole, nullable: true, description: NOT_KNOWN }) readonly loans!: number | null;
  @ApiProperty({ ...whole, nullable: true, description: 'different ones' }) readonly titles!: number | null;
  @ApiProperty({ ...whole, nullable: true, description: NOT_KNOWN }) readonly notes!: number | null;
  @ApiProperty({ ...whole, nullable: true, description: 'of these' }) readonly notesAccepted!: number | null;
  @ApiProperty({ ...whole, nullable: true, description: NOT_KNOWN }) readonly awards!: number | null;
}

/** The reading record of a pupil (阅读档案): what, how much, notes, awards. */
export class ReadingRecordView {
  @ApiProperty({ type: ReaderOnDesk, nullable: true, description: NOT_KNOWN })
  readonly reader!: ReaderOnDesk | null;
  @ApiProperty({ type: CountsOfRecord }) readonly counts!: CountsOfRecord;
  @ApiProperty({ type: [BookOfRecord], nullable: true, description: `the newest first; ${NOT_KNOWN}` })
  readonly books!: readonly BookOfRecord[] | null;
  @ApiProperty({ type: [NoteOfRecord], nullable: true, description: NOT_KNOWN })
  readonly notes!: readonly NoteOfRecord[] | null;
  @ApiProperty({ type: [AwardOfRecord], nullable: true, description: NOT_KNOWN })
  readonly awards!: readonly AwardOfRecord[] | null;
  @ApiPropertyOptional({
    type: [String],
    description: 'services that are away: what they know is null',
    example: ['activities'],
  })
  readonly missing?: readonly string[];
}

import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Id, ListAsked } from '@shulian/service-kit';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsDateString,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { COPY_KINDS } from '@shulian/contracts/words';
import { MOST_STEPPED, RECORDED_STAGES, STAGES, type RecordedStage } from './rules/stages.js';

const LAST_NUMBER = 2_147_483_647;

const SchoolAsked = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ format: 'uuid', description: 'may be left out by who works at one school' }),
    IsOptional(),
    Id(),
  );
const NumberAsked = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: LAST_NUMBER, description }),
    IsOptional(),
    IsInt(),
    Min(1),
    Max(LAST_NUMBER),
  );
const DayAsked = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'string', format: 'date', description }),
    IsOptional(),
    Matches(/^[1-9]\d{3}-\d\d-\d\d$/),
    IsDateString({ strict: true }),
  );

/** Copies that are worked on together: by barcodes, by a stretch of the register, or by the import that brought them. */
export class BatchAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({ type: [String], minItems: 1, maxItems: MOST_STEPPED, description: 'as scanned' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_STEPPED)
  @IsString({ each: true })
  @MaxLength(limits.barcode, { each: true })
  barcodes?: string[];

  @NumberAsked('first accession number')
  fromNumber?: number;

  @NumberAsked('last accession number')
  toNumber?: number;

  @ApiPropertyOptional({ description: 'id of the job that imported the copies' })
  @IsOptional()
  @Matches(/^catalog-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i)
  importId?: string;
}

const StageAsked = (): PropertyDecorator =>
  applyDecorators(ApiProperty({ enum: RECORDED_STAGES }), IsIn(RECORDED_STAGES));

/** `POST /processing-steps` */
export class StepAsked extends BatchAsked {
  @StageAsked()
  stage!: RecordedStage;

  @DayAsked('day on which it was done, today where left out')
  on?: string;

  @ApiPropertyOptional({ default: false, description: 'with the steps before it that nobody has recorded' })
  @IsOptional()
  @IsBoolean()
  withEarlier: boolean = false;

  @ApiPropertyOptional({
    default: false,
    description:
      'for those of the batch for which it may be done; the answer says how many are left, and why',
  })
  @IsOptional()
  @IsBoolean()
  onlyReady: boolean = false;
}

/** `POST /processing-steps/undo` */
export class UndoStepAsked extends BatchAsked {
  @StageAsked()
  stage!: RecordedStage;
}

/** `GET /processing-queue` */
export class QueueAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({ enum: RECORDED_STAGES, description: 'copies whose next step this is' })
  @IsOptional()
  @IsIn(RECORDED_STAGES)
  stage?: RecordedStage;
}

/** `GET /processing-backlog` */
export class BacklogAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}

/** `GET /processing-lead-times` */
export class LeadTimesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @DayAsked('first day of receipt')
  from?: string;

  @DayAsked('last day of receipt')
  to?: string;
}

/** `GET /processing-late` */
export class LateAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @DayAsked('day by which they shall be lendable; the end of the term where left out')
  by?: string;
}

const orNull = { type: 'string', nullable: true } as const;
const dayOrNull = { ...orNull, format: 'date' } as const;
const whole = { type: 'integer' } as const;
const wholeOrNull = { type: 'integer', nullable: true } as const;

class StepReason {
  @ApiProperty() code!: string;
  @ApiProperty({ enum: ['deny', 'confirm', 'warn'] }) severity!: string;
  @ApiProperty() overridable!: boolean;
  @ApiPropertyOptional({ type: 'object', additionalProperties: true }) facts?: object;
}

export class StepView {
  @ApiProperty({ enum: RECORDED_STAGES }) stage!: string;
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty({ ...whole, description: 'copies it was recorded for' }) volumes!: number;
  @ApiProperty({ ...whole, description: 'steps written, earlier ones among them' }) steps!: number;
  @ApiProperty({ type: [StepReason], description: 'why others of the batch were left' }) left!: StepReason[];
}

export class UndoneStepView {
  @ApiProperty({ enum: RECORDED_STAGES }) stage!: string;
  @ApiProperty(whole) volumes!: number;
}

export class RecordedStep {
  @ApiProperty({ enum: STAGES }) stage!: string;
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty({ description: 'account or client that recorded it' }) by!: string;
  @ApiProperty({ ...orNull, format: 'date-time' }) undoneAt!: string | null;
  @ApiProperty(orNull) undoneBy!: string | null;
}

/** A copy on its way to the shelf. */
export class QueueLine {
  @ApiProperty({ format: 'uuid' }) copyId!: string;
  @ApiProperty(whole) accessionNumber!: number;
  @ApiProperty() barcode!: string;
  @ApiProperty(orNull) callNumber!: string | null;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: COPY_KINDS }) kind!: string;
  @ApiProperty({ ...orNull, enum: RECORDED_STAGES }) lastStage!: string | null;
  @ApiProperty(dayOrNull) lastOn!: string | null;
  @ApiProperty({ enum: RECORDED_STAGES }) nextStage!: string;
  @ApiProperty({ format: 'date', description: 'day of receipt, else of accession' }) since!: string;
  @ApiProperty({ ...whole, description: 'days since then' }) days!: number;
}

export class LateLine extends QueueLine {
  @ApiProperty({ format: 'date', description: 'day by which it shall be lendable' }) dueOn!: string;
  @ApiProperty({ ...whole, description: 'until then; negative: it is late by so many' }) daysLeft!: number;
}

export class BacklogView {
  @ApiProperty({ enum: STAGES }) stage!: string;
  @ApiProperty({ ...whole, description: 'copies whose next step this is' }) waiting!: number;
  @ApiProperty({ ...whole, description: 'with those at earlier stages' }) toDo!: number;
  @ApiProperty({ ...whole, description: 'volumes of the last 14 days' }) doneLately!: number;
  @ApiProperty({ type: 'number', description: 'volumes a day of these' }) perDay!: number;
  @ApiProperty({ ...wholeOrNull, description: 'days to go at this pace; null where nothing moves' })
  daysToGo!: number | null;
}

export class LeadTimeLine {
  @ApiProperty({ format: 'date' }) receivedOn!: string;
  @ApiProperty({ ...whole, description: 'volumes received' }) volumes!: number;
  @ApiProperty({ ...whole, description: 'of these on the shelf' }) shelved!: number;
  @ApiProperty({ type: 'number', nullable: true }) averageDays!: number | null;
  @ApiProperty(wholeOrNull) medianDays!: number | null;
  @ApiProperty(wholeOrNull) longestDays!: number | null;
  @ApiProperty({ ...wholeOrNull, description: 'days that the rest has waited until now' })
  waitingDays!: number | null;
}

export class QueuePage {
  @ApiProperty({ type: [QueueLine] }) items!: QueueLine[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class LatePage {
  @ApiProperty({ type: [LateLine] }) items!: LateLine[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class BacklogPage {
  @ApiProperty({ type: [BacklogView] }) items!: BacklogView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class LeadTimesPage {
  @ApiProperty({ type: [LeadTimeLine] }) items!: LeadTimeLine[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class StepsPage {
  @ApiProperty({ type: [RecordedStep] }) items!: RecordedStep[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Id, ListAsked } from '@shulian/service-kit';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsDateString,
  IsOptional,
  Matches,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { Asked, DayOrNone, Text, TextOrNull, Things } from '@shulian/service-kit/fields';
import { IdOrNull, SchoolAsked } from './locations.http.js';

/** Steps of one shift: each may move 1,000 copies. */
const MOST_STEPS = 100;
const given = (_: object, value: unknown): boolean => value !== undefined;
const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;
const wholeOrNull = { type: 'integer', nullable: true } as const;

/** One move of a plan: what stands in a place, in a stretch of the shelf, or both, and where it goes. */
export class ShiftStepAsked {
  @IdOrNull('where they go; null: nowhere, until somebody places them')
  toId?: string | null;

  @ApiPropertyOptional({ format: 'uuid', description: 'only what stands in this place or below it' })
  @IsOptional()
  @Id()
  standsIn?: string;

  @ApiPropertyOptional({ maxLength: limits.callNumber, description: 'first call number of a stretch' })
  @Asked(limits.callNumber)
  fromCallNumber?: string;

  @ApiPropertyOptional({
    maxLength: limits.callNumber,
    description: 'last one, with all that begins with it',
  })
  @Asked(limits.callNumber)
  toCallNumber?: string;

  @ApiPropertyOptional({ default: false, description: 'although a place is full then' })
  @IsOptional()
  @IsBoolean()
  evenIfFull: boolean = false;
}

const Day = (): PropertyDecorator => (target, key) => {
  ApiProperty({ type: 'string', format: 'date' })(target, key);
  Matches(/^[1-9]\d{3}-\d\d-\d\d$/)(target, key);
  IsDateString({ strict: true })(target, key);
};

/** `POST /shelf-shifts` */
export class ShiftAsked {
  @SchoolAsked()
  schoolId?: string;

  @Text(limits.occasionName)
  name!: string;

  @Day()
  beginsOn!: string;

  @Day()
  endsOn!: string;

  @Things(ShiftStepAsked, MOST_STEPS)
  steps!: ShiftStepAsked[];

  @TextOrNull(limits.stockNote)
  note?: string | null;
}

/** `PATCH /shelf-shifts/{id}`: what is left out stays. */
export class ShiftChange {
  @ApiPropertyOptional({ maxLength: limits.occasionName })
  @ValidateIf(given)
  @Text(limits.occasionName)
  name?: string;

  @DayOrNone('another last day')
  endsOn?: string;

  @ApiPropertyOptional({
    type: [ShiftStepAsked],
    minItems: 1,
    maxItems: MOST_STEPS,
    description: 'another plan, while no step is done',
  })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_STEPS)
  @ValidateNested({ each: true })
  @Type(() => ShiftStepAsked)
  steps?: ShiftStepAsked[];

  @TextOrNull(limits.stockNote)
  note?: string | null;

  @ApiPropertyOptional({ description: 'true ends it today, done or not; false goes on' })
  @IsOptional()
  @IsBoolean()
  ended?: boolean;
}

/** `GET /shelf-shifts` */
export class ShiftsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}

/** A project of several moves (倒架). */
export class ShiftView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty(whole) version!: number;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ format: 'date' }) beginsOn!: string;
  @ApiProperty({ format: 'date' }) endsOn!: string;
  @ApiProperty(orNull) note!: string | null;
  @ApiProperty({ description: 'account or client' }) plannedBy!: string;
  @ApiProperty({ ...orNull, format: 'date' }) endedOn!: string | null;
  @ApiProperty(whole) steps!: number;
  @ApiProperty({ ...whole, description: 'of these carried out, and not undone' }) done!: number;
  @ApiProperty({ ...whole, description: 'moved by the steps that are done' }) volumes!: number;
}
export class ShiftsPage {
  @ApiProperty({ type: [ShiftView] }) items!: ShiftView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class ShiftStep {
  @ApiProperty(whole) number!: number;
  @ApiProperty({ ...orNull, format: 'uuid' }) toId!: string | null;
  @ApiProperty(orNull) toPath!: string | null;
  @ApiProperty({ ...orNull, format: 'uuid' }) standsIn!: string | null;
  @ApiProperty(orNull) standsInPath!: string | null;
  @ApiProperty(orNull) fromCallNumber!: string | null;
  @ApiProperty(orNull) toCallNumber!: string | null;
  @ApiProperty() evenIfFull!: boolean;
  @ApiProperty({
    ...orNull,
    format: 'uuid',
    description: 'the move that did it, for its undo; null: to be done',
  })
  moveId!: string | null;
  @ApiProperty(wholeOrNull) moveNumber!: number | null;
  @ApiProperty(wholeOrNull) volumes!: number | null;
  @ApiProperty({ ...orNull, format: 'date-time' }) doneAt!: string | null;
  @ApiProperty(orNull) doneBy!: string | null;
}
export class ShiftStepsPage {
  @ApiProperty({ type: [ShiftStep] }) items!: ShiftStep[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

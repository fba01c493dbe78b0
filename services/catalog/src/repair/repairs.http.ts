import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Id, ListAsked } from '@shulian/service-kit';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
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
import { TextOrNull } from '@shulian/service-kit/fields';
import {
  DAMAGES,
  REPAIR_RESULTS,
  REPAIR_SOURCES,
  REPAIR_STATES,
  type Damage,
  type RepairResult,
  type RepairSource,
  type RepairState,
} from './rules/repair.js';

/** Copies in one call: a pile on the table. */
const PILE = 100;
/** Volumes a week, as the sources have it; tentative there, and so a parameter here. */
const WEEKLY_TARGET = 100;

const SchoolAsked =
  (description: string): PropertyDecorator =>
  (target, key) => {
    ApiPropertyOptional({ format: 'uuid', description })(target, key);
    IsOptional()(target, key);
    Id()(target, key);
  };
const DayAsked =
  (description: string): PropertyDecorator =>
  (target, key) => {
    ApiPropertyOptional({ type: 'string', format: 'date', description })(target, key);
    IsOptional()(target, key);
    Matches(/^[1-9]\d{3}-\d\d-\d\d$/)(target, key);
    IsDateString({ strict: true })(target, key);
  };

/** `POST /repairs` */
export class RepairsTaken {
  @SchoolAsked('may be left out by who works at one school')
  schoolId?: string;

  @ApiProperty({
    type: 'array',
    items: { type: 'string', minLength: 1, maxLength: limits.barcode },
    minItems: 1,
    maxItems: PILE,
    description: 'of copies that are in, as scanned',
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(PILE)
  @IsString({ each: true })
  @MaxLength(limits.barcode, { each: true })
  @Matches(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\p{Cs}]*$/u, { each: true })
  @Matches(/\S/, { each: true })
  barcodes!: string[];

  @ApiProperty({ enum: DAMAGES })
  @IsIn(DAMAGES)
  damage!: Damage;

  @ApiPropertyOptional({
    enum: REPAIR_SOURCES,
    default: 'circulation',
    description:
      'where it was found: at the desk, along the shelves, at the triage of the year’s end, in the backlog',
  })
  @IsOptional()
  @IsIn(REPAIR_SOURCES)
  source?: RepairSource;

  @TextOrNull(limits.stockNote)
  note?: string | null;
}

/** `POST /repairs/{id}/end` */
export class RepairEnd {
  @ApiProperty({ enum: REPAIR_RESULTS })
  @IsIn(REPAIR_RESULTS)
  result!: RepairResult;

  @ApiPropertyOptional({ format: 'uuid', description: 'the mending session that it is credited to' })
  @IsOptional()
  @Id()
  sessionId?: string;

  @TextOrNull(limits.stockNote)
  note?: string | null;
}

/** `GET /repairs` */
export class RepairsAsked extends ListAsked {
  @SchoolAsked('left out by who sees the county: all schools')
  schoolId?: string;

  @ApiPropertyOptional({ enum: REPAIR_STATES })
  @IsOptional()
  @IsIn(REPAIR_STATES)
  state?: RepairState;

  @ApiPropertyOptional({ enum: REPAIR_SOURCES })
  @IsOptional()
  @IsIn(REPAIR_SOURCES)
  source?: RepairSource;

  @ApiPropertyOptional({ format: 'uuid', description: 'credited to this mending session' })
  @IsOptional()
  @Id()
  sessionId?: string;

  @DayAsked('taken on this day or later')
  from?: string;

  @DayAsked('taken on this day or before')
  to?: string;
}

/** `GET /repair-weeks` */
export class WeeksAsked extends ListAsked {
  @SchoolAsked('may be left out by who works at one school')
  schoolId?: string;

  @DayAsked('a day of the first week; twelve weeks ago where left out')
  from?: string;

  @DayAsked('a day of the last week; today where left out')
  to?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 100_000, default: WEEKLY_TARGET })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100_000)
  target: number = WEEKLY_TARGET;
}

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;

/** A line of the register of repairs (图书修补记载表). */
export class RepairView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ format: 'uuid' }) copyId!: string;
  @ApiProperty(whole) accessionNumber!: number;
  @ApiProperty() barcode!: string;
  @ApiProperty(orNull) callNumber!: string | null;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: DAMAGES }) damage!: Damage;
  @ApiProperty({ enum: REPAIR_SOURCES }) source!: RepairSource;
  @ApiProperty({ enum: REPAIR_STATES }) state!: RepairState;
  @ApiProperty({ format: 'date' }) takenOn!: string;
  @ApiProperty({ description: 'account or client' }) takenBy!: string;
  @ApiProperty({ ...orNull, format: 'date' }) endedOn!: string | null;
  @ApiProperty(orNull) endedBy!: string | null;
  @ApiProperty(orNull) note!: string | null;
  @ApiProperty({ ...orNull, format: 'uuid', description: 'the mending session it was ended in' })
  sessionId!: string | null;
}

export class TakenItem {
  @ApiProperty() barcode!: string;
  @ApiProperty({ ...orNull, format: 'uuid' }) repairId!: string | null;
  @ApiProperty({ ...orNull, description: 'why the copy was not taken' }) code!: string | null;
}
export class TakenAnswer {
  @ApiProperty(whole) taken!: number;
  @ApiProperty({ type: [TakenItem], description: 'one for each barcode, in their order' })
  items!: TakenItem[];
}

/** A week of mending. */
export class WeekLine {
  @ApiProperty({ format: 'date', description: 'its Monday' }) weekOf!: string;
  @ApiProperty(whole) taken!: number;
  @ApiProperty(whole) mended!: number;
  @ApiProperty(whole) beyondRepair!: number;
  @ApiProperty(whole) target!: number;
  @ApiProperty({ description: 'as many mended as the target wants' }) met!: boolean;
}

export class RepairsPage {
  @ApiProperty({ type: [RepairView] }) items!: RepairView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class WeeksPage {
  @ApiProperty({ type: [WeekLine] }) items!: WeekLine[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

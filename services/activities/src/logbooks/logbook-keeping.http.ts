import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Id, Ids, ListAsked } from '@shulian/service-kit';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  ValidateIf,
  Matches,
  IsDateString,
} from 'class-validator';
import { Code, CodeOrNone, DayOrNone, SchoolAsked } from '@shulian/service-kit/fields';
import { DUE_STATES, type DueState } from './rules/dues.js';
import { RHYTHMS, type RhythmUnit } from './rules/form.js';

const MOST_PEOPLE = 500;
const orNull = { type: 'string', nullable: true } as const;
const numberOrNull = { type: 'number', nullable: true } as const;
const whole = { type: 'integer' } as const;
const day = { format: 'date' } as const;

/** `PUT /logbook-closings` */
export class ClosingAsked {
  @SchoolAsked()
  schoolId?: string;

  @Code('of the logbook')
  logbook!: string;

  @ApiProperty({
    type: 'string',
    format: 'date',
    nullable: true,
    description: 'last day that is closed; null opens all again',
  })
  @ValidateIf((_: object, value: unknown) => value !== null)
  @Matches(/^[1-9]\d{3}-\d\d-\d\d$/)
  @IsDateString({ strict: true })
  through!: string | null;
}
export class ClosingView {
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty() logbook!: string;
  @ApiProperty({ ...orNull, ...day }) closedThrough!: string | null;
}

/** `PUT /logbook-expectations` */
export class ExpectationAsked {
  @SchoolAsked()
  schoolId?: string;

  @Code('of the logbook')
  logbook!: string;

  @ApiProperty({ type: [String], format: 'uuid', maxItems: MOST_PEOPLE })
  @IsArray()
  @ArrayMaxSize(MOST_PEOPLE)
  @ArrayUnique()
  @Ids()
  readerIds!: string[];
}
export class ExpectationView {
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty() logbook!: string;
  @ApiProperty({ type: [String], format: 'uuid' }) readerIds!: string[];
}

/** `GET /logbook-dues` */
export class DuesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @Code('of the logbook')
  logbook!: string;

  @DayOrNone('first day; thirty days ago where left out')
  from?: string;

  @DayOrNone('last day; today where left out')
  to?: string;

  @ApiPropertyOptional({ enum: DUE_STATES, description: 'only these' })
  @IsOptional()
  @IsIn(DUE_STATES)
  state?: DueState;
}
export class DueView {
  @ApiProperty({ description: 'what the period is called' }) period!: string;
  @ApiProperty(day) from!: string;
  @ApiProperty(day) to!: string;
  @ApiProperty({ ...day, description: 'last day on which it is not late' }) dueOn!: string;
  @ApiProperty({ ...orNull, format: 'uuid', description: 'whose entry is expected' }) readerId!:
    string | null;
  @ApiProperty({ ...orNull, format: 'uuid' }) classId!: string | null;
  @ApiProperty(orNull) className!: string | null;
  @ApiProperty(whole) entries!: number;
  @ApiProperty({ ...orNull, ...day, description: 'day of the first one' }) writtenOn!: string | null;
  @ApiProperty({ enum: DUE_STATES }) state!: DueState;
}
export class DuesPage {
  @ApiProperty({ type: [DueView] }) items!: DueView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** `GET /logbook-standings` */
export class StandingsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @DayOrNone('first day; thirty days ago where left out')
  from?: string;

  @DayOrNone('last day; today where left out')
  to?: string;
}
export class StandingView {
  @ApiProperty() logbook!: string;
  @ApiProperty({ description: 'in the language that is asked in' }) name!: string;
  @ApiProperty({ enum: RHYTHMS }) every!: RhythmUnit;
  @ApiProperty(whole) due!: number;
  @ApiProperty(whole) kept!: number;
  @ApiProperty(whole) late!: number;
  @ApiProperty(whole) missing!: number;
  @ApiProperty({ ...whole, description: 'not late yet' }) open!: number;
}
export class StandingsPage {
  @ApiProperty({ type: [StandingView] }) items!: StandingView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export const COUNTED_BY = [...RHYTHMS, 'whole'] as const;

/** `GET /logbook-counts` */
export class CountsAsked extends ListAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'left out: the own one, or all schools of the county' })
  @IsOptional()
  @Id()
  schoolId?: string;

  @Code('of the logbook')
  logbook!: string;

  @DayOrNone('first day; a year ago where left out')
  from?: string;

  @DayOrNone('last day; today where left out')
  to?: string;

  @ApiPropertyOptional({
    enum: COUNTED_BY,
    default: 'whole',
    description: 'for each of these periods; whole: one line for all days',
  })
  @IsOptional()
  @IsIn(COUNTED_BY)
  by: (typeof COUNTED_BY)[number] = 'whole';

  @CodeOrNone('for each value of this field; `school`: for each school')
  group?: string;

  @CodeOrNone('ranks the groups of a period by the average of this number')
  rankBy?: string;
}
/** A figure: of the entries of a period and group (`field` null), or of one field or one of its values. */
export class CountView {
  @ApiProperty({ description: 'what the period is called' }) period!: string;
  @ApiProperty(day) from!: string;
  @ApiProperty(day) to!: string;
  @ApiProperty({ ...orNull, description: 'value of the field that groups' }) group!: string | null;
  @ApiProperty(orNull) groupName!: string | null;
  @ApiProperty(orNull) field!: string | null;
  @ApiProperty(orNull) fieldName!: string | null;
  @ApiProperty(orNull) value!: string | null;
  @ApiProperty(orNull) valueName!: string | null;
  @ApiProperty({ ...whole, description: 'that say so' }) entries!: number;
  @ApiProperty({ ...numberOrNull, description: 'of a number' }) sum!: number | null;
  @ApiProperty({ ...numberOrNull, description: 'of a number, 2 decimals' }) average!: number | null;
  @ApiProperty({ ...numberOrNull, description: 'of a value: of the entries that fill in the field, 0 to 1' })
  share!: number | null;
  @ApiProperty({ ...numberOrNull, description: 'entries of the line to each hundred readers of the schools' })
  perHundredReaders!: number | null;
  @ApiProperty({ ...whole, nullable: true, description: 'of all entries: signed' }) signed!: number | null;
  @ApiProperty({ ...whole, nullable: true, description: 'of all entries: settled' }) settled!: number | null;
  @ApiProperty({ ...numberOrNull, description: 'of what is settled: hours from writing, 1 decimal' })
  hoursToSettle!: number | null;
  @ApiProperty({ ...whole, nullable: true, description: 'of the group in its period' }) rank!: number | null;
}
export class CountsPage {
  @ApiProperty({ type: [CountView] }) items!: CountView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

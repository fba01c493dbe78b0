import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { CalendarDay } from '@shulian/contracts/ids';
import { Id, Ids, ListAsked } from '@shulian/service-kit';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsObject, IsOptional, Matches, ValidateNested } from 'class-validator'; // prettier-ignore
import {
  Day,
  DayOrNone,
  Grades,
  IdOrNone,
  Line,
  LineOrNull,
  SchoolAsked,
  shown,
  TimeOfDay,
  TimeOrNull,
  Weekdays,
  Whole,
  WholeOrNone,
  WholeOrNull,
  YesOrNone,
} from '@shulian/service-kit/fields';
import { OCCURRENCE_STATES, type OccurrenceState } from './rules/occurrences.js';
import type { SlotPurpose } from './rules/placing.js';

export const SLOT_PURPOSES = ['lending', 'reading'] as const;
export const OUTSIDE = ['free', 'warn', 'deny'] as const;
export type Outside = (typeof OUTSIDE)[number];
const WEEKS = [1, 2] as const;
const outside = { enum: OUTSIDE, description: 'lending to a class and its pupils outside their slot: free, with a word, or refused' }; // prettier-ignore

/** `POST /rotation-timetables` */
export class TimetableAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiProperty({ format: 'uuid' })
  @Id()
  termId!: string;

  @Line(60, 'as 2026年秋季图书轮借表')
  name!: string;

  @ApiPropertyOptional({ ...outside, default: 'free' })
  @IsOptional()
  @IsIn(OUTSIDE)
  outside: Outside = 'free';
}

/** `PATCH /rotation-timetables/{id}` */
export class TimetableChange {
  @ApiPropertyOptional()
  @IsOptional()
  @Line(60)
  name?: string;

  @ApiPropertyOptional(outside)
  @IsOptional()
  @IsIn(OUTSIDE)
  outside?: Outside;
}

export class TimetablesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}

export class TimetableView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ format: 'uuid' }) termId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ format: 'date', description: 'of the term' }) startsOn!: CalendarDay;
  @ApiProperty({ format: 'date' }) endsOn!: CalendarDay;
  @ApiProperty(outside) outside!: Outside;
  @ApiProperty({
    enum: ['draft', 'published', 'changed'],
    description: 'changed: since classes were sent it',
  })
  status!: 'draft' | 'published' | 'changed';
  @ApiProperty({ ...shown.orNull, format: 'date' }) publishedOn!: string | null;
  @ApiProperty({
    type: 'boolean',
    nullable: true,
    description: 'before the first week was over (P-10); null: a draft',
  })
  inTime!: boolean | null;
  @ApiProperty(shown.whole) slots!: number;
  @ApiProperty({ ...shown.whole, description: 'classes with a slot' }) classes!: number;
  @ApiProperty(shown.whole) version!: number;
}
export class TimetablesPage {
  @ApiProperty({ type: [TimetableView] }) items!: TimetableView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

/** A time of the clock that a rule offers. */
export class SpanAsked {
  @Weekdays()
  weekdays!: number[];

  @TimeOfDay('begins')
  from!: string;

  @TimeOfDay('ends')
  to!: string;
}

/** `POST /rotation-timetables/{id}/generation` */
export class GenerationAsked {
  @ApiProperty({ enum: SLOT_PURPOSES })
  @IsIn(SLOT_PURPOSES)
  purpose!: SlotPurpose;

  @ApiProperty({ type: [String], format: 'uuid', minItems: 1, maxItems: 20 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  @Ids()
  roomIds!: string[];

  @ApiPropertyOptional({ type: 'array', items: { type: 'string', maxLength: 40 }, maxItems: 40, description: 'codes of windows of the bell schedule' }) // prettier-ignore
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(40)
  @Matches(/^[a-z0-9-]{1,40}$/, { each: true })
  windows: string[] = [];

  @ApiPropertyOptional({ type: [SpanAsked], maxItems: 20, description: 'times by the clock' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => SpanAsked)
  times: SpanAsked[] = [];

  @WholeOrNull(10, 240, 'windows are cut into pieces of so many minutes; left out: a window is one slot')
  minutes?: number | null;

  @ApiPropertyOptional({ enum: WEEKS, default: 1, description: '1 weekly, 2 fortnightly' })
  @IsOptional()
  @IsIn(WEEKS)
  everyWeeks: 1 | 2 = 1;

  @ApiPropertyOptional({ ...shown.whole, minimum: 1, maximum: 5, default: 1 })
  @IsOptional()
  @Whole(1, 5, 'on so many weekdays of a week in which the class comes')
  timesAWeek: number = 1;

  @Grades()
  grades: number[] = [];

  @ApiPropertyOptional({ type: [String], format: 'uuid', maxItems: 200, description: 'these classes only' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @Ids()
  classIds?: string[];

  @YesOrNone('what these classes have of this purpose goes first')
  replace: boolean = false;
}

/** `POST /rotation-timetables/{id}/slots` */
export class SlotAsked {
  @ApiProperty({ format: 'uuid' })
  @Id()
  classId!: string;

  @ApiProperty({ format: 'uuid' })
  @Id()
  roomId!: string;

  @ApiProperty({ enum: SLOT_PURPOSES })
  @IsIn(SLOT_PURPOSES)
  purpose!: SlotPurpose;

  @Whole(1, 7, '1 Monday to 7 Sunday')
  weekday!: number;

  @TimeOrNull('begins; left out where a window is named')
  from?: string | null;

  @TimeOrNull('ends')
  to?: string | null;

  @LineOrNull(40, 'code of a window of the bell schedule')
  window?: string | null;

  @ApiPropertyOptional({ enum: WEEKS, default: 1 })
  @IsOptional()
  @IsIn(WEEKS)
  everyWeeks: 1 | 2 = 1;

  @ApiPropertyOptional({ enum: WEEKS, default: 1, description: 'week of the term in which it is held first' })
  @IsOptional()
  @IsIn(WEEKS)
  firstWeek: 1 | 2 = 1;
}

export class SlotsAsked extends ListAsked {
  @IdOrNone('of this class')
  classId?: string;

  @IdOrNone('in this room')
  roomId?: string;

  @WholeOrNone(1, 7, 'on this weekday')
  weekday?: number;
}

export class SlotView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) timetableId!: string;
  @ApiProperty({ format: 'uuid' }) classId!: string;
  @ApiProperty({ description: 'as the class is called at the beginning of the term' }) className!: string;
  @ApiProperty({ ...shown.whole, nullable: true }) grade!: number | null;
  @ApiProperty({ enum: SLOT_PURPOSES }) purpose!: SlotPurpose;
  @ApiProperty(shown.whole) weekday!: number;
  @ApiProperty() from!: string;
  @ApiProperty() to!: string;
  @ApiProperty(shown.orNull) windowName!: string | null;
  @ApiProperty({ enum: WEEKS }) everyWeeks!: 1 | 2;
  @ApiProperty({ enum: WEEKS }) firstWeek!: 1 | 2;
  @ApiProperty({ format: 'uuid' }) roomId!: string;
  @ApiProperty() roomName!: string;
  @ApiProperty(shown.orNull) roomPlace!: string | null;
}
export class SlotsPage {
  @ApiProperty({ type: [SlotView] }) items!: SlotView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
export class GenerationView {
  @ApiProperty({ ...shown.whole, description: 'slots that were made' }) placed!: number;
  @ApiProperty({ ...shown.whole, description: 'slots that went first' }) removed!: number;
  @ApiProperty({ type: [String], description: 'classes that found no place' }) unplacedClassIds!: string[];
  @ApiProperty({ type: TimetableView }) timetable!: TimetableView;
}

export class TimetableClassesAsked extends ListAsked {}
export class TimetableClass {
  @ApiProperty({ format: 'uuid' }) classId!: string;
  @ApiProperty() className!: string;
  @ApiProperty({ ...shown.whole, nullable: true }) grade!: number | null;
  @ApiProperty({ ...shown.whole, description: 'in two weeks' }) lendingSlots!: number;
  @ApiProperty({ ...shown.whole, description: 'in two weeks' }) readingSlots!: number;
  @ApiProperty({ enum: ['weekly', 'fortnightly', 'none'], description: 'how often it borrows (P-08)' })
  borrows!: 'weekly' | 'fortnightly' | 'none';
  @ApiProperty({ ...shown.orNull, format: 'date' }) sentOn!: string | null;
  @ApiProperty({ ...shown.orNull, format: 'date' }) seenOn!: string | null;
}
export class TimetableClassesPage {
  @ApiProperty({ type: [TimetableClass] }) items!: TimetableClass[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

/** Where a slot goes for once. */
export class MoveAsked {
  @Day('the day it goes to; may be the same')
  on!: CalendarDay;

  @TimeOrNull('begins; left out: as ever')
  from?: string | null;

  @TimeOrNull('ends')
  to?: string | null;

  @IdOrNone('left out: the same room')
  roomId?: string;
}
/** `POST /rotation-slots/{id}/changes` */
export class SlotChangeAsked {
  @Day('the day on which it would have been held')
  on!: CalendarDay;

  @ApiPropertyOptional({ type: MoveAsked, description: 'left out: cancelled for the day' })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => MoveAsked)
  moveTo?: MoveAsked;

  @LineOrNull(100, 'as 期中考试')
  reason?: string | null;
}
export class SlotChangeView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) slotId!: string;
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty({ ...shown.orNull, format: 'date', description: 'null: cancelled' }) movedOn!: string | null;
  @ApiProperty(shown.orNull) from!: string | null;
  @ApiProperty(shown.orNull) to!: string | null;
  @ApiProperty({ ...shown.orNull, format: 'uuid' }) roomId!: string | null;
  @ApiProperty(shown.orNull) reason!: string | null;
}

/** `GET /rotation-days` */
export class RotationDaysAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdOrNone('of this class')
  classId?: string;

  @IdOrNone('in this room')
  roomId?: string;

  @DayOrNone('first day; today where left out')
  from?: CalendarDay;

  @DayOrNone('last day, up to 62 days later; six days later where left out')
  to?: CalendarDay;
}
export class RotationDay {
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty(shown.whole) weekday!: number;
  @ApiProperty({ ...shown.whole, description: 'week of the term' }) week!: number;
  @ApiProperty() from!: string;
  @ApiProperty() to!: string;
  @ApiProperty({ format: 'uuid' }) slotId!: string;
  @ApiProperty({ format: 'uuid' }) classId!: string;
  @ApiProperty() className!: string;
  @ApiProperty({ enum: SLOT_PURPOSES }) purpose!: SlotPurpose;
  @ApiProperty({ format: 'uuid' }) roomId!: string;
  @ApiProperty() roomName!: string;
  @ApiProperty({ enum: OCCURRENCE_STATES }) state!: OccurrenceState;
  @ApiProperty({ ...shown.orNull, format: 'uuid' }) changeId!: string | null;
  @ApiProperty({ ...shown.orNull, format: 'date', description: 'where it went' }) movedOn!: string | null;
  @ApiProperty(shown.orNull) reason!: string | null;
}
export class RotationDaysPage {
  @ApiProperty({ type: [RotationDay] }) items!: RotationDay[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

/** What a class has; nothing of what was not published. */
export class ClassRotationView {
  @ApiProperty({ format: 'uuid' }) classId!: string;
  @ApiProperty() className!: string;
  @ApiProperty({ ...shown.orNull, format: 'uuid' }) timetableId!: string | null;
  @ApiProperty(shown.orNull) timetableName!: string | null;
  @ApiProperty({ ...outside, nullable: true }) outside!: Outside | null;
  @ApiProperty({ ...shown.orNull, format: 'date' }) sentOn!: string | null;
  @ApiProperty({ ...shown.orNull, format: 'date' }) seenOn!: string | null;
  @ApiProperty({ type: [SlotView] }) slots!: SlotView[];
  @ApiProperty({ type: [RotationDay], description: 'the next two weeks' }) days!: RotationDay[];
}

export class RotationReceipt {
  @ApiProperty({ format: 'uuid' }) classId!: string;
  @ApiProperty({ format: 'date' }) seenOn!: string;
}

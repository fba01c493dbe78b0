import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { CalendarDay } from '@shulian/contracts/ids';
import { READER_KINDS, type ReaderKind } from '@shulian/contracts/words';
import { Id, Ids, ListAsked } from '@shulian/service-kit';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsNotEmpty, IsOptional, IsString, Matches, MaxLength, ValidateNested } from 'class-validator'; // prettier-ignore
import { PRINTABLE } from '../desk/printable.http.js';
import {
  Day,
  DayOrNone,
  IdOrNone,
  LineOrNull,
  SchoolAsked,
  shown,
  TimeOfDay,
  TimeOrNull,
  Whole,
  WholeOrNone,
  WholeOrNull,
} from '@shulian/service-kit/fields';

const Card = (): PropertyDecorator => (target, key) => {
  ApiPropertyOptional({ maxLength: 64, description: 'a card of the school' })(target, key);
  for (const rule of [IsOptional(), IsString(), IsNotEmpty(), MaxLength(64), Matches(PRINTABLE)])
    rule(target, key);
};

/** `POST /room-visits`: of a session, or in a room; readers one by one, or a number of them. */
export class RoomVisitAsked {
  @IdOrNone('the session they came to')
  sessionId?: string;

  @IdOrNone('the room, where it was no session')
  roomId?: string;

  @ApiPropertyOptional({ type: [String], format: 'uuid', minItems: 1, maxItems: 100 })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique()
  @Ids()
  readerIds?: string[];

  @Card()
  cardNumber?: string;

  @WholeOrNull(1, 2_000, 'how many came, where they are not named')
  persons?: number | null;

  @IdOrNone('the class of those who are counted; left out: of the session, or of nobody')
  classId?: string;

  @DayOrNone('today where left out')
  on?: CalendarDay;

  @TimeOrNull('now where left out')
  at?: string | null;

  @WholeOrNull(1, 900, 'how long they read')
  minutes?: number | null;

  @LineOrNull(100, 'what was read')
  note?: string | null;
}
export class RoomVisitView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) roomId!: string;
  @ApiProperty() roomName!: string;
  @ApiProperty({ ...shown.orNull, format: 'uuid' }) sessionId!: string | null;
  @ApiProperty({ format: 'date' }) on!: CalendarDay;
  @ApiProperty() at!: string;
  @ApiProperty({ ...shown.orNull, format: 'uuid' }) readerId!: string | null;
  @ApiProperty({ enum: READER_KINDS, nullable: true }) readerKind!: ReaderKind | null;
  @ApiProperty({ ...shown.orNull, format: 'uuid' }) classId!: string | null;
  @ApiProperty(shown.orNull) className!: string | null;
  @ApiProperty(shown.whole) persons!: number;
  @ApiProperty({ ...shown.whole, nullable: true }) minutes!: number | null;
  @ApiProperty(shown.orNull) note!: string | null;
}
export class RoomVisitsMade {
  @ApiProperty({ type: [RoomVisitView] }) items!: RoomVisitView[];
  @ApiProperty({ ...shown.whole, description: 'readers who were counted in this session before' })
  already!: number;
}
export class RoomVisitsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdOrNone('in this room')
  roomId?: string;

  @IdOrNone('of this session')
  sessionId?: string;

  @IdOrNone('of this class')
  classId?: string;

  @ApiPropertyOptional({ enum: READER_KINDS })
  @IsOptional()
  @IsIn(READER_KINDS)
  readerKind?: ReaderKind;

  @DayOrNone('on this day or later')
  from?: CalendarDay;

  @DayOrNone('on this day or before')
  to?: CalendarDay;
}
export class RoomVisitsPage {
  @ApiProperty({ type: [RoomVisitView] }) items!: RoomVisitView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

export const BY = ['session', 'class', 'room', 'month'] as const;
export type By = (typeof BY)[number];
export class VisitTotalsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @Day('first day, as of a term')
  from!: CalendarDay;

  @Day('last day')
  to!: CalendarDay;

  @ApiPropertyOptional({ enum: BY, default: 'class' })
  @IsOptional()
  @IsIn(BY)
  by: By = 'class';
}
export class VisitTotal {
  @ApiProperty({
    ...shown.orNull,
    description: 'id of session, class or room, or YYYY-MM; null: of no class',
  })
  key!: string | null;
  @ApiProperty({ description: 'in words' }) name!: string;
  @ApiProperty({ ...shown.whole, description: 'of pupils and whole classes' }) pupils!: number;
  @ApiProperty(shown.whole) teachers!: number;
  @ApiProperty({ ...shown.whole, description: 'of everybody (人次)' }) persons!: number;
}
export class VisitTotalsPage {
  @ApiProperty({ type: [VisitTotal] }) items!: VisitTotal[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

export class TeacherReadingsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @Day('in the first week')
  from!: CalendarDay;

  @Day('in the last week')
  to!: CalendarDay;

  @WholeOrNone(1, 7, 'visits of a week that are asked of a teacher; 1 where left out')
  perWeek: number = 1;
}
export class TeacherReading {
  @ApiProperty({ format: 'date', description: 'Monday of the week' }) week!: string;
  @ApiProperty({ format: 'uuid' }) readerId!: string;
  @ApiProperty(shown.whole) visits!: number;
  @ApiProperty({ ...shown.whole, description: 'as far as it was said' }) minutes!: number;
  @ApiProperty({ description: 'as often as is asked' }) met!: boolean;
}
export class TeacherReadingsPage {
  @ApiProperty({ type: [TeacherReading] }) items!: TeacherReading[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

export class VisitTargetRow {
  @WholeOrNull(1, 12, 'null: all grades that have none of their own')
  grade!: number | null;

  @Whole(0, 14, 'visits a pupil in a week')
  perWeek!: number;
}
/** `PUT /visit-targets` */
export class VisitTargetsAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiProperty({ type: [VisitTargetRow], maxItems: 13 })
  @IsArray()
  @ArrayMaxSize(13)
  @ArrayUnique((row: VisitTargetRow) => row.grade)
  @ValidateNested({ each: true })
  @Type(() => VisitTargetRow)
  targets!: VisitTargetRow[];
}
export class VisitTargetsOf {
  @SchoolAsked()
  schoolId?: string;
}
export class VisitTargetsView {
  @ApiProperty({ type: [VisitTargetRow], description: 'one visit a week where nothing is said (P-07)' })
  targets!: VisitTargetRow[];
}

export class VisitProgressAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @DayOrNone('a day of the week that is meant; today where left out')
  on?: CalendarDay;

  @WholeOrNone(1, 12, 'of this grade')
  grade?: number;
}
export class VisitProgress {
  @ApiProperty({ format: 'uuid' }) classId!: string;
  @ApiProperty() className!: string;
  @ApiProperty({ ...shown.whole, nullable: true }) grade!: number | null;
  @ApiProperty(shown.whole) target!: number;
  @ApiProperty(shown.whole) pupils!: number;
  @ApiProperty({ ...shown.whole, description: 'pupils who came as often as the target says' }) met!: number;
  @ApiProperty({ type: 'number', description: 'per cent, one place' }) percent!: number;
}
export class VisitProgressPage {
  @ApiProperty({ type: [VisitProgress] }) items!: VisitProgress[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
export class PupilProgressAsked extends ListAsked {
  @ApiProperty({ format: 'uuid' })
  @Id()
  classId!: string;

  @DayOrNone('a day of the week that is meant; today where left out')
  on?: CalendarDay;
}
export class PupilProgress {
  @ApiProperty({ format: 'uuid' }) readerId!: string;
  @ApiProperty(shown.whole) visits!: number;
  @ApiProperty(shown.whole) target!: number;
  @ApiProperty() met!: boolean;
}
export class PupilProgressPage {
  @ApiProperty({ type: [PupilProgress] }) items!: PupilProgress[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

/** `POST /seat-bookings` */
export class SeatBookingAsked {
  @ApiProperty({ format: 'uuid' })
  @Id()
  roomId!: string;

  @IdOrNone('who sits there; or a card')
  readerId?: string;

  @Card()
  cardNumber?: string;

  @Day('the day')
  on!: CalendarDay;

  @TimeOfDay('begins')
  from!: string;

  @TimeOfDay('ends')
  to!: string;

  @WholeOrNull(1, 2_000, 'this seat; left out: any')
  seat?: number | null;
}
export class SeatBookingView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) roomId!: string;
  @ApiProperty() roomName!: string;
  @ApiProperty(shown.whole) seat!: number;
  @ApiProperty({ format: 'uuid' }) readerId!: string;
  @ApiProperty({ format: 'date' }) on!: CalendarDay;
  @ApiProperty() from!: string;
  @ApiProperty() to!: string;
  @ApiProperty({ enum: ['booked', 'cancelled'] }) status!: 'booked' | 'cancelled';
}
export class SeatBookingsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdOrNone('in this room')
  roomId?: string;

  @IdOrNone('of this reader')
  readerId?: string;

  @DayOrNone('on this day or later; today where left out')
  from?: CalendarDay;
}
export class SeatBookingsPage {
  @ApiProperty({ type: [SeatBookingView] }) items!: SeatBookingView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
export class SeatAvailabilityAsked {
  @ApiProperty({ format: 'uuid' })
  @Id()
  roomId!: string;

  @Day('the day')
  on!: CalendarDay;

  @TimeOfDay('begins')
  from!: string;

  @TimeOfDay('ends')
  to!: string;
}
export class SeatAvailability {
  @ApiProperty(shown.whole) seats!: number;
  @ApiProperty({ ...shown.whole, description: 'for all of the time' }) free!: number;
  @ApiProperty({ type: [Number] }) freeSeats!: number[];
}

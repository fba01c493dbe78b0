import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { CalendarDay } from '@shulian/contracts/ids';
import { Ids, ListAsked } from '@shulian/service-kit';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  ValidateNested,
} from 'class-validator';
import {
  Day,
  DayOrNone,
  IdOrNone,
  LineOrNull,
  SchoolAsked,
  shown,
  TimeOfDay,
  Weekdays,
  Whole,
  WholeOrNone,
  YesOfQuery,
} from '@shulian/service-kit/fields';
import { AUDIENCES, WHYS, type Audience, type Why } from './rules/opening.js';

const MOST_SPANS = 70;

/** Hours of one weekday. */
export class HoursAsked {
  @Whole(1, 7, '1 Monday to 7 Sunday')
  weekday!: number;

  @TimeOfDay('opens')
  from!: string;

  @TimeOfDay('closes')
  to!: string;

  @ApiPropertyOptional({ enum: AUDIENCES, default: 'all' })
  @IsOptional()
  @IsIn(AUDIENCES)
  audience: Audience = 'all';
}

/** `PUT /library-rooms/{id}/opening-hours` */
export class OpeningHoursAsked {
  @ApiProperty({
    type: [HoursAsked],
    maxItems: MOST_SPANS,
    description: 'all of the week; those before are replaced',
  })
  @IsArray()
  @ArrayMaxSize(MOST_SPANS)
  @ValidateNested({ each: true })
  @Type(() => HoursAsked)
  hours!: HoursAsked[];
}
export class OpeningHoursView {
  @ApiProperty({ format: 'uuid' }) roomId!: string;
  @ApiProperty({ type: [HoursAsked] }) hours!: HoursAsked[];
  @ApiProperty({ type: [HoursAsked], description: 'when all rooms of the school are open, besides' })
  extracurricular!: HoursAsked[];
  @ApiProperty({ ...shown.whole, description: '0 before anything was set' }) version!: number;
}

/** Times for all rooms. */
export class ExtracurricularSpan {
  @Weekdays()
  weekdays!: number[];

  @TimeOfDay('opens')
  from!: string;

  @TimeOfDay('closes')
  to!: string;
}
/** `PUT /opening-hours/extracurricular` */
export class OpenTogetherAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiProperty({ type: [ExtracurricularSpan], maxItems: 10, description: 'empty: ends it' })
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => ExtracurricularSpan)
  times!: ExtracurricularSpan[];
}
export class OpenTogetherView {
  @ApiProperty({ ...shown.whole, description: 'rooms that are open then' }) rooms!: number;
  @ApiProperty({ type: [String] }) roomIds!: string[];
}

export class SpanView {
  @TimeOfDay('opens')
  from!: string;

  @TimeOfDay('closes')
  to!: string;

  @ApiPropertyOptional({ enum: AUDIENCES, default: 'all' })
  @IsOptional()
  @IsIn(AUDIENCES)
  audience: Audience = 'all';
}

/** `POST /opening-exceptions` */
export class OpeningExceptionAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdOrNone('this room only; left out: all rooms of the school')
  roomId?: string;

  @Day('first day')
  from!: CalendarDay;

  @DayOrNone('last day, up to 92 days later; the same day where left out')
  to?: CalendarDay;

  @ApiProperty({ type: [SpanView], maxItems: 10, description: 'when it is open; empty: closed' })
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => SpanView)
  spans!: SpanView[];

  @LineOrNull(100, 'as 暑期开放, 国庆节闭馆')
  reason?: string | null;
}
export class OpeningExceptionView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ ...shown.orNull, format: 'uuid' }) roomId!: string | null;
  @ApiProperty({ ...shown.orNull, description: 'null: all rooms' }) roomName!: string | null;
  @ApiProperty({ format: 'date' }) on!: CalendarDay;
  @ApiProperty({ type: [SpanView] }) spans!: SpanView[];
  @ApiProperty(shown.orNull) reason!: string | null;
}
export class OpeningExceptionsMade {
  @ApiProperty({ type: [OpeningExceptionView] }) items!: OpeningExceptionView[];
}
export class OpeningExceptionsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @DayOrNone('on this day or later')
  from?: CalendarDay;
}
export class OpeningExceptionsPage {
  @ApiProperty({ type: [OpeningExceptionView] }) items!: OpeningExceptionView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

/** Days of a school, up to 62 of them. */
export class OpeningDaysAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdOrNone('of this room')
  roomId?: string;

  @DayOrNone('first day; today where left out')
  from?: CalendarDay;

  @DayOrNone('last day; six days later where left out')
  to?: CalendarDay;
}
export class ClassInside {
  @ApiProperty() from!: string;
  @ApiProperty() to!: string;
  @ApiProperty({ format: 'uuid' }) classId!: string;
  @ApiProperty() className!: string;
  @ApiProperty({ enum: ['lending', 'reading'] }) purpose!: 'lending' | 'reading';
}
export class OpeningDay {
  @ApiProperty({ format: 'date' }) on!: CalendarDay;
  @ApiProperty(shown.whole) weekday!: number;
  @ApiProperty({ format: 'uuid' }) roomId!: string;
  @ApiProperty() roomName!: string;
  @ApiProperty({ enum: ['open', 'closed'] }) state!: 'open' | 'closed';
  @ApiProperty({ enum: WHYS }) why!: Why;
  @ApiProperty(shown.orNull) reason!: string | null;
  @ApiProperty({ type: [SpanView] }) spans!: SpanView[];
  @ApiProperty({ ...shown.whole, description: 'minutes in all' }) minutes!: number;
  @ApiProperty({ ...shown.orNull, description: 'where to go when it is closed' }) alternativeName!:
    string | null;
  @ApiProperty(shown.orNull) alternativeNote!: string | null;
  @ApiProperty({ type: [ClassInside], description: 'slots of classes in it' }) classes!: ClassInside[];
}
export class OpeningDaysPage {
  @ApiProperty({ type: [OpeningDay] }) items!: OpeningDay[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

/** `GET /opening-totals` */
export class OpeningTotalsAsked extends ListAsked {
  @IdOrNone('of this school; who works for the county may leave it out')
  schoolId?: string;

  @WholeOrNone(1, 168, 'hours a week; 74 where left out (P-41)')
  minimumHours: number = 74;

  @YesOfQuery('only what is below the minimum')
  below?: boolean;
}
/** Of a school: hours in which any of its rooms is open. */
export class OpeningTotal {
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty(shown.orNull) schoolName!: string | null;
  @ApiProperty({ ...shown.orNull, format: 'uuid', description: 'null: the school as a whole' }) roomId!:
    string | null;
  @ApiProperty(shown.orNull) roomName!: string | null;
  @ApiProperty({ type: 'number', description: 'hours a week, with two places' }) hours!: number;
  @ApiProperty({ type: 'number', description: 'of these on Saturday and Sunday' }) weekendHours!: number;
  @ApiProperty(shown.whole) minimumHours!: number;
  @ApiProperty({ type: 'number', description: 'what is wanting; 0: enough' }) missingHours!: number;
}
export class OpeningTotalsPage {
  @ApiProperty({ type: [OpeningTotal] }) items!: OpeningTotal[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

export class OpenRoomsAsked {
  @SchoolAsked()
  schoolId?: string;
}
export class NextOpening {
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty() from!: string;
}
export class Alternative {
  @ApiProperty({ ...shown.orNull, format: 'uuid' }) roomId!: string | null;
  @ApiProperty(shown.orNull) name!: string | null;
  @ApiProperty(shown.orNull) place!: string | null;
  @ApiProperty({ type: 'boolean', description: 'whether it is open now' }) open!: boolean;
  @ApiProperty({ ...shown.orNull, description: 'until when' }) until!: string | null;
  @ApiProperty(shown.orNull) note!: string | null;
}
export class OpenRoom {
  @ApiProperty({ format: 'uuid' }) roomId!: string;
  @ApiProperty() name!: string;
  @ApiProperty(shown.orNull) place!: string | null;
  @ApiProperty() open!: boolean;
  @ApiProperty({ ...shown.orNull, description: 'when it closes today' }) until!: string | null;
  @ApiProperty({ enum: AUDIENCES, nullable: true }) audience!: Audience | null;
  @ApiProperty({ type: NextOpening, nullable: true, description: 'within two weeks' })
  next!: NextOpening | null;
  @ApiProperty({ type: Alternative, nullable: true, description: 'where to go while it is closed' })
  alternative!: Alternative | null;
}
export class OpenRoomsView {
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty() time!: string;
  @ApiProperty({ type: [OpenRoom] }) rooms!: OpenRoom[];
}

/** Ids of people in a body. */
export const People =
  (most: number, description: string): PropertyDecorator =>
  (target, key) => {
    ApiProperty({ type: [String], format: 'uuid', minItems: 1, maxItems: most, description })(target, key);
    for (const rule of [IsArray(), ArrayMinSize(1), ArrayMaxSize(most), ArrayUnique(), Ids()])
      rule(target, key);
  };

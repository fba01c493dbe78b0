import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { CalendarDay } from '@shulian/contracts/ids';
import { limits } from '@shulian/contracts/limits';
import { Id, Ids, ListAsked } from '@shulian/service-kit';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  Matches,
  ValidateNested,
} from 'class-validator';
import {
  Day,
  DayOrNone,
  IdOrNone,
  IdOrNull,
  LineOrNull,
  SchoolAsked,
  shown,
  TimeOfDay,
  WholeOrNone,
  YesOrNone,
} from '@shulian/service-kit/fields';
import { SESSION_KINDS, SESSION_STATES, type SessionKind, type SessionState } from './rules/session.js';

const subject = 'as chinese, english, periodicals, or a subject in words';

/** Material of a room that is wanted for a session. */
export class SessionResource {
  @IdOrNull('the room it comes from; null: from elsewhere')
  roomId?: string | null;

  @LineOrNull(100, 'as 《西游记》各版本, 报刊合订本')
  what?: string | null;
}

/** `POST /room-sessions` */
export class RoomSessionAsked {
  @ApiProperty({ format: 'uuid' })
  @Id()
  roomId!: string;

  @ApiProperty({ enum: SESSION_KINDS })
  @IsIn(SESSION_KINDS)
  kind!: SessionKind;

  @LineOrNull(60, subject)
  subject?: string | null;

  @IdOrNull('the class that comes; a teacher names one of the own')
  classId?: string | null;

  @Day('the day, or the first of a weekly series')
  on!: CalendarDay;

  @TimeOfDay('begins')
  from!: string;

  @TimeOfDay('ends')
  to!: string;

  @DayOrNone('every week until this day, up to a year later; closed days are left out')
  repeatUntil?: CalendarDay;

  @LineOrNull(limits.groupName, 'what it is about')
  theme?: string | null;

  @ApiPropertyOptional({
    type: [SessionResource],
    maxItems: 20,
    description: 'rooms and what is wanted from them',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => SessionResource)
  resources: SessionResource[] = [];

  @ApiPropertyOptional({ type: [String], format: 'uuid', maxItems: 50, description: 'titles that are read' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @Ids()
  titleIds: string[] = [];
}

export class SessionResourceView {
  @ApiProperty({ ...shown.orNull, format: 'uuid' }) roomId!: string | null;
  @ApiProperty(shown.orNull) roomName!: string | null;
  @ApiProperty(shown.orNull) what!: string | null;
}
export class RoomSessionView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ format: 'uuid' }) seriesId!: string;
  @ApiProperty({ format: 'uuid' }) roomId!: string;
  @ApiProperty() roomName!: string;
  @ApiProperty({ enum: SESSION_KINDS }) kind!: SessionKind;
  @ApiProperty({ ...shown.orNull, description: subject }) subject!: string | null;
  @ApiProperty({ ...shown.orNull, format: 'uuid' }) classId!: string | null;
  @ApiProperty(shown.orNull) className!: string | null;
  @ApiProperty({ format: 'date' }) on!: CalendarDay;
  @ApiProperty() from!: string;
  @ApiProperty() to!: string;
  @ApiProperty(shown.orNull) theme!: string | null;
  @ApiProperty({ type: [SessionResourceView] }) resources!: SessionResourceView[];
  @ApiProperty({ type: [String] }) titleIds!: string[];
  @ApiProperty({ enum: SESSION_STATES }) status!: SessionState;
  @ApiProperty({ ...shown.orNull, description: 'why it was declined or cancelled' }) statusNote!:
    string | null;
  @ApiProperty({ ...shown.whole, description: 'who came' }) persons!: number;
  @ApiProperty(shown.whole) version!: number;
}
export class RoomSessionsMade {
  @ApiProperty({ type: [RoomSessionView] }) items!: RoomSessionView[];
}
export class RoomSessionsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdOrNone('in this room')
  roomId?: string;

  @IdOrNone('of this class')
  classId?: string;

  @ApiPropertyOptional({ enum: SESSION_STATES })
  @IsOptional()
  @IsIn(SESSION_STATES)
  status?: SessionState;

  @DayOrNone('on this day or later')
  from?: CalendarDay;

  @DayOrNone('on this day or before')
  to?: CalendarDay;
}
export class RoomSessionsPage {
  @ApiProperty({ type: [RoomSessionView] }) items!: RoomSessionView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

/** `POST /room-sessions/{id}/decision` */
export class SessionDecision {
  @ApiProperty({ enum: ['book', 'decline'] })
  @IsIn(['book', 'decline'])
  decision!: 'book' | 'decline';

  @LineOrNull(200, 'for who has asked')
  note?: string | null;
}
/** `POST /room-sessions/{id}/cancellation` */
export class SessionCancellation {
  @LineOrNull(200, 'why')
  note?: string | null;

  @YesOrNone('those of the weeks after it, too')
  restOfSeries: boolean = false;
}

/** `GET /room-sessions/{id}/copies` */
export class SessionCopiesAsked {
  @WholeOrNone(1, 10, 'copies wanted for each reader')
  perReader: number = 1;

  @ApiPropertyOptional({
    maxLength: 60,
    description: 'class numbers with commas between them, for sessions without titles',
  })
  @IsOptional()
  @Matches(/^[A-Z0-9.,-]{1,60}$/)
  clc?: string;
}
export class SessionCopiesOfTitle {
  @ApiProperty({ format: 'uuid' }) titleId!: string;
  @ApiProperty(shown.orNull) title!: string | null;
  @ApiProperty({ ...shown.whole, description: 'of the school' }) copies!: number;
  @ApiProperty({ ...shown.whole, description: 'of these in the library now, sound' }) available!: number;
}
export class SessionCopies {
  @ApiProperty({ ...shown.whole, description: 'pupils of the class; 0 without a class' }) readers!: number;
  @ApiProperty(shown.whole) wanted!: number;
  @ApiProperty({
    ...shown.whole,
    description: 'sound copies that are there: of the titles, of the classes, or of all books',
  })
  available!: number;
  @ApiProperty({ description: 'as many as are wanted' }) enough!: boolean;
  @ApiProperty(shown.whole) missing!: number;
  @ApiProperty({ type: [SessionCopiesOfTitle] }) titles!: SessionCopiesOfTitle[];
}

export class SessionTotalsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @Day('first day, as of a term')
  from!: CalendarDay;

  @Day('last day')
  to!: CalendarDay;
}
export class SessionTotal {
  @ApiProperty({ ...shown.orNull, format: 'uuid' }) classId!: string | null;
  @ApiProperty(shown.orNull) className!: string | null;
  @ApiProperty({ enum: SESSION_KINDS }) kind!: SessionKind;
  @ApiProperty(shown.orNull) subject!: string | null;
  @ApiProperty({ ...shown.whole, description: 'class-sessions (班次)' }) sessions!: number;
  @ApiProperty({ ...shown.whole, description: 'person-times (人次)' }) persons!: number;
}
export class SessionTotalsPage {
  @ApiProperty({ type: [SessionTotal] }) items!: SessionTotal[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

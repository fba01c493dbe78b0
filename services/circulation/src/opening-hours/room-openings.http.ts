import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { CalendarDay } from '@shulian/contracts/ids';
import { Id, ListAsked } from '@shulian/service-kit';
import { IsOptional } from 'class-validator';
import {
  Day,
  DayOrNone,
  IdOrNone,
  SchoolAsked,
  shown,
  TimeOfDay,
  TimeOrNull,
  Weekdays,
  WholeOrNone,
  YesOrNone,
} from '@shulian/service-kit/fields';
import { People } from './opening-hours.http.js';
import { PUNCTUALITIES, type Punctuality } from './rules/punctuality.js';

/** `POST /room-openings` */
export class RoomOpeningAsked {
  @ApiProperty({ format: 'uuid' })
  @Id()
  roomId!: string;

  @DayOrNone('today where left out; an earlier day is entered later')
  on?: CalendarDay;

  @TimeOrNull('now where left out')
  at?: string | null;
}
/** `POST /room-openings/{id}/closing` */
export class RoomClosingAsked {
  @TimeOrNull('now where left out')
  at?: string | null;
}
export class RoomOpeningView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) roomId!: string;
  @ApiProperty() roomName!: string;
  @ApiProperty({ format: 'date' }) on!: CalendarDay;
  @ApiProperty() openedAt!: string;
  @ApiProperty(shown.orNull) closedAt!: string | null;
  @ApiProperty({ description: 'account or client' }) enteredBy!: string;
}
export class RoomOpeningsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdOrNone('of this room')
  roomId?: string;

  @DayOrNone('on this day or later')
  from?: CalendarDay;

  @DayOrNone('on this day or before')
  to?: CalendarDay;
}
export class RoomOpeningsPage {
  @ApiProperty({ type: [RoomOpeningView] }) items!: RoomOpeningView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

/** `GET /opening-punctuality` */
export class PunctualityAsked extends RoomOpeningsAsked {
  @WholeOrNone(0, 60, 'minutes that are still on time; 5 where left out')
  tolerance: number = 5;
}
export class PunctualityLine {
  @ApiProperty({ format: 'date' }) on!: CalendarDay;
  @ApiProperty({ format: 'uuid' }) roomId!: string;
  @ApiProperty() roomName!: string;
  @ApiProperty({ description: 'planned' }) from!: string;
  @ApiProperty({ description: 'planned' }) to!: string;
  @ApiProperty(shown.orNull) openedAt!: string | null;
  @ApiProperty(shown.orNull) closedAt!: string | null;
  @ApiProperty({ enum: PUNCTUALITIES }) status!: Punctuality;
  @ApiProperty({ ...shown.whole, nullable: true }) minutesLate!: number | null;
  @ApiProperty({ ...shown.whole, nullable: true }) minutesEarly!: number | null;
}
export class PunctualitySummary {
  @ApiProperty({ ...shown.whole, description: 'planned openings that were due' }) planned!: number;
  @ApiProperty(shown.whole) onTime!: number;
  @ApiProperty(shown.whole) late!: number;
  @ApiProperty(shown.whole) missed!: number;
  @ApiProperty({ type: 'number', nullable: true, description: 'per cent that were on time, one place' })
  onTimePercent!: number | null;
}
export class PunctualityPage {
  @ApiProperty({ type: [PunctualityLine] }) items!: PunctualityLine[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
  @ApiProperty({ type: PunctualitySummary, description: 'of all days asked for' })
  summary!: PunctualitySummary;
}

/** `POST /duty-shifts` */
export class DutyRosterAsked {
  @ApiProperty({ format: 'uuid' })
  @Id()
  roomId!: string;

  @Day('first day')
  from!: CalendarDay;

  @Day('last day, up to 200 days later')
  to!: CalendarDay;

  @Weekdays()
  weekdays!: number[];

  @TimeOfDay('begins')
  starts!: string;

  @TimeOfDay('ends')
  ends!: string;

  @People(30, 'teachers and staff of the school, who take turns in this order')
  readerIds!: string[];
}
export class DutyShiftView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) roomId!: string;
  @ApiProperty() roomName!: string;
  @ApiProperty({ format: 'date' }) on!: CalendarDay;
  @ApiProperty() starts!: string;
  @ApiProperty() ends!: string;
  @ApiProperty({ format: 'uuid', description: 'who is on duty' }) readerId!: string;
  @ApiProperty({ description: 'somebody has said that it was kept' }) kept!: boolean;
  @ApiProperty(shown.whole) version!: number;
}
export class DutyRosterView {
  @ApiProperty({ type: [DutyShiftView] }) items!: DutyShiftView[];
}
export class DutyShiftChange {
  @ApiPropertyOptional({ format: 'uuid', description: 'who takes it instead' })
  @IsOptional()
  @Id()
  readerId?: string;

  @YesOrNone('whether it was kept')
  kept?: boolean;
}
export class DutyShiftsAsked extends RoomOpeningsAsked {
  @IdOrNone('of this person')
  readerId?: string;
}
export class DutyShiftsPage {
  @ApiProperty({ type: [DutyShiftView] }) items!: DutyShiftView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

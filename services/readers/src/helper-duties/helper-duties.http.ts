import { ApiProperty } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import {
  Day,
  DayOrNone,
  IdAsked,
  IdOrNone,
  IdOrNull,
  OneOf,
  OneOfOrNone,
  SchoolAsked,
  shown,
  SomeOf,
  TextOrNull,
  Whole,
  WholeOrNone,
  WholeOrNull,
} from '@shulian/service-kit/fields';
import { HELPER_DUTIES, type HelperDuty } from '../helper-office/rules/class-helper.js';
import { DUTY_ATTENDANCES, DUTY_PERIODS, type DutyAttendance, type DutyPeriod } from './rules/duty.js';

const MOST_VOLUMES = 10_000;

/** `POST /duty-slots` */
export class DutySlotAsked {
  @IdAsked('a class helper')
  helperId!: string;

  @Whole(1, 7, '1 is Monday')
  weekday!: number;

  @OneOf(DUTY_PERIODS)
  period!: DutyPeriod;

  @TextOrNull(limits.locationName, 'where, as the reading room or the corner of the class')
  place?: string | null;

  @SomeOf(HELPER_DUTIES, 'what is to be done; left out: what the helper does')
  tasks?: HelperDuty[];

  @DayOrNone('first day; left out: of the term of office')
  startsOn?: string;

  @DayOrNone('last day; left out: of the term of office')
  endsOn?: string;
}

/** `PATCH /duty-slots/{id}`: what is left out stays. */
export class DutySlotChangeAsked {
  @OneOfOrNone(DUTY_PERIODS)
  period?: DutyPeriod;

  @WholeOrNull(1, 7, '1 is Monday')
  weekday?: number;

  @TextOrNull(limits.locationName)
  place?: string | null;

  @SomeOf(HELPER_DUTIES)
  tasks?: HelperDuty[];

  @DayOrNone('first day')
  startsOn?: string;

  @DayOrNone('last day')
  endsOn?: string;
}

/** `GET /duty-slots` */
export class DutySlotsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdOrNone('of this class and no other')
  classId?: string;

  @WholeOrNone(1, 7, '1 is Monday')
  weekday?: number;

  @DayOrNone('the duties of this day, with what came of them')
  on?: string;
}

/** `POST /duty-entries` */
export class DutyEntryAsked {
  @IdAsked('a line of the roster')
  slotId!: string;

  @Day('on which the duty was')
  onDay!: string;

  @OneOf(DUTY_ATTENDANCES)
  attendance!: DutyAttendance;

  @IdOrNull('the class helper who came instead, where somebody did')
  standInId?: string | null;

  @SomeOf(HELPER_DUTIES, 'what was done; left out: what the roster says, or nothing where nobody came')
  tasks?: HelperDuty[];

  @WholeOrNull(0, MOST_VOLUMES, 'volumes lent')
  loans?: number | null;

  @WholeOrNull(0, MOST_VOLUMES, 'volumes taken back')
  returns?: number | null;

  @WholeOrNull(0, MOST_VOLUMES, 'volumes put on the shelf')
  shelved?: number | null;

  @TextOrNull(limits.remark)
  note?: string | null;
}

/** `PATCH /duty-entries/{id}`: what is left out stays. */
export class DutyEntryChangeAsked {
  @OneOfOrNone(DUTY_ATTENDANCES)
  attendance?: DutyAttendance;

  @IdOrNull('the class helper who came instead')
  standInId?: string | null;

  @SomeOf(HELPER_DUTIES)
  tasks?: HelperDuty[];

  @WholeOrNull(0, MOST_VOLUMES)
  loans?: number;

  @WholeOrNull(0, MOST_VOLUMES)
  returns?: number;

  @WholeOrNull(0, MOST_VOLUMES)
  shelved?: number;

  @TextOrNull(limits.remark)
  note?: string | null;
}

/** `GET /duty-entries` */
export class DutyEntriesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdOrNone('of this class and no other')
  classId?: string;

  @IdOrNone('of this class helper, duties kept for others, too')
  helperId?: string;

  @DayOrNone('on this day or later')
  from?: string;

  @DayOrNone('on this day or before')
  to?: string;
}

/** A line of the duty roster (值日安排). */
export class DutySlotView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty(shown.whole) version!: number;
  @ApiProperty(shown.id) schoolId!: string;
  @ApiProperty(shown.id) classId!: string;
  @ApiProperty() className!: string;
  @ApiProperty(shown.id) helperId!: string;
  @ApiProperty(shown.id) readerId!: string;
  @ApiProperty({ ...shown.whole, description: '1 is Monday' }) weekday!: number;
  @ApiProperty({ enum: DUTY_PERIODS }) period!: DutyPeriod;
  @ApiProperty(shown.orNull) place!: string | null;
  @ApiProperty({ type: [String], enum: HELPER_DUTIES }) tasks!: HelperDuty[];
  @ApiProperty(shown.day) startsOn!: string;
  @ApiProperty(shown.day) endsOn!: string;
  @ApiProperty({ ...shown.idOrNull, description: 'of the day that was asked for; null: nothing is entered' })
  entryId!: string | null;
  @ApiProperty({ ...shown.orNull, enum: [...DUTY_ATTENDANCES, null] }) attendance!: DutyAttendance | null;
}
export class DutySlotsPage {
  @ApiProperty({ type: [DutySlotView] }) items!: DutySlotView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

/** Who came instead. */
class StandInView {
  @ApiProperty(shown.id) readerId!: string;
}

/** A duty in the work log (学生服务队工作状况记录). */
export class DutyEntryView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty(shown.whole) version!: number;
  @ApiProperty(shown.id) schoolId!: string;
  @ApiProperty(shown.id) classId!: string;
  @ApiProperty() className!: string;
  @ApiProperty(shown.id) slotId!: string;
  @ApiProperty(shown.id) helperId!: string;
  @ApiProperty(shown.id) readerId!: string;
  @ApiProperty(shown.day) onDay!: string;
  @ApiProperty({ enum: DUTY_PERIODS }) period!: DutyPeriod;
  @ApiProperty(shown.orNull) place!: string | null;
  @ApiProperty({ enum: DUTY_ATTENDANCES }) attendance!: DutyAttendance;
  @ApiProperty(shown.idOrNull) standInId!: string | null;
  @ApiProperty({ type: StandInView, nullable: true }) standIn!: StandInView | null;
  @ApiProperty({ type: [String], enum: HELPER_DUTIES }) tasks!: HelperDuty[];
  @ApiProperty(shown.whole) loans!: number;
  @ApiProperty(shown.whole) returns!: number;
  @ApiProperty(shown.whole) shelved!: number;
  @ApiProperty(shown.orNull) note!: string | null;
  @ApiProperty(shown.day) enteredOn!: string;
}
export class DutyEntriesPage {
  @ApiProperty({ type: [DutyEntryView] }) items!: DutyEntryView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

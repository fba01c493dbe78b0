import { ApiProperty } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import { IsBoolean } from 'class-validator';
import {
  Day,
  DayOrNone,
  DistinctTexts,
  IdAsked,
  IdOrNone,
  OneOf,
  OneOfOrNone,
  SchoolAsked,
  shown,
  SomeOf,
  TextOrNull,
  Whole,
  WholeOrNull,
  YesOfQuery,
} from '@shulian/service-kit/fields';
import {
  HELPER_DECISIONS,
  HELPER_DUTIES,
  HELPER_STATUSES,
  WAYS_OF_CHOOSING,
  type HelperDecision,
  type HelperDuty,
  type HelperStatus,
  type WayOfChoosing,
} from './rules/class-helper.js';

const MOST_CRITERIA = 20;

/** `GET /class-helper-rules` */
export class HelperRuleOfSchoolAsked {
  @SchoolAsked()
  schoolId?: string;
}

/** `PUT /class-helper-rules` */
export class HelperRuleAsked {
  @SchoolAsked()
  schoolId?: string;

  @Whole(1, 20, 'helpers that a class has at the same time')
  perClass!: number;

  @DistinctTexts(limits.personName, MOST_CRITERIA, 'by what helpers are chosen; left out: the usual ones')
  criteria?: string[];

  @SomeOf(HELPER_DUTIES, 'what helpers of this school do; left out: all')
  duties?: HelperDuty[];

  @ApiProperty({ description: 'rights hold on days on which the helper has duty, and on no other' })
  @IsBoolean()
  dutyDaysOnly!: boolean;
}

/** `POST /class-helpers` */
export class HelperAsked {
  @IdAsked('the class for which the pupil helps')
  classId!: string;

  @IdAsked('a pupil of the class')
  readerId!: string;

  @OneOf(WAYS_OF_CHOOSING, 'the class voted, or its teacher recommends')
  chosenBy!: WayOfChoosing;

  @WholeOrNull(0, 1_000, 'how many of the class voted for the pupil')
  votes?: number | null;

  @DistinctTexts(limits.personName, MOST_CRITERIA, 'which criteria of the school are met')
  criteria?: string[];

  @SomeOf(HELPER_DUTIES, 'what the helper does; left out: all that helpers of the school do')
  duties?: HelperDuty[];

  @TextOrNull(limits.remark, 'what the class or its teacher says')
  words?: string | null;

  @Day('first day of the term of office')
  startsOn!: string;

  @Day('last day of it')
  endsOn!: string;
}

/** `PATCH /class-helpers/{id}`: what is left out stays. */
export class HelperChangeAsked {
  @WholeOrNull(0, 1_000)
  votes?: number | null;

  @DistinctTexts(limits.personName, MOST_CRITERIA)
  criteria?: string[];

  @SomeOf(HELPER_DUTIES)
  duties?: HelperDuty[];

  @TextOrNull(limits.remark)
  words?: string | null;

  @DayOrNone('first day of the term of office')
  startsOn?: string;

  @DayOrNone('last day of it')
  endsOn?: string;
}

/** `POST /class-helpers/{id}/decision` */
export class HelperDecisionAsked {
  @OneOf(HELPER_DECISIONS)
  decision!: HelperDecision;

  @TextOrNull(limits.remark, 'needed where a pupil is declined or an office ends')
  reason?: string | null;
}

/** `GET /class-helpers` */
export class HelperListAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdOrNone('of this class and no other')
  classId?: string;

  @OneOfOrNone(HELPER_STATUSES)
  status?: HelperStatus;

  @YesOfQuery('only those who are in office today, or only the others')
  inOffice?: boolean;
}

export class HelperRuleView {
  @ApiProperty(shown.id) schoolId!: string;
  @ApiProperty(shown.whole) perClass!: number;
  @ApiProperty({ type: [String] }) criteria!: readonly string[];
  @ApiProperty({ type: [String], enum: HELPER_DUTIES }) duties!: readonly string[];
  @ApiProperty() dutyDaysOnly!: boolean;
  @ApiProperty({ ...shown.dayOrNull, description: 'null: nobody has said anything' }) setOn!: string | null;
}

/** A class helper (小图书管理员). */
export class HelperView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty(shown.whole) version!: number;
  @ApiProperty(shown.id) schoolId!: string;
  @ApiProperty(shown.id) classId!: string;
  @ApiProperty() className!: string;
  @ApiProperty({ ...shown.wholeOrNull, description: 'null: the class is out of its section' })
  grade!: number | null;
  @ApiProperty(shown.id) readerId!: string;
  @ApiProperty({ enum: WAYS_OF_CHOOSING }) chosenBy!: WayOfChoosing;
  @ApiProperty(shown.wholeOrNull) votes!: number | null;
  @ApiProperty({ type: [String] }) criteria!: string[];
  @ApiProperty({ type: [String], enum: HELPER_DUTIES }) duties!: HelperDuty[];
  @ApiProperty(shown.orNull) words!: string | null;
  @ApiProperty(shown.day) startsOn!: string;
  @ApiProperty(shown.day) endsOn!: string;
  @ApiProperty({ enum: HELPER_STATUSES }) status!: HelperStatus;
  @ApiProperty(shown.day) enteredOn!: string;
  @ApiProperty(shown.dayOrNull) decidedOn!: string | null;
  @ApiProperty(shown.orNull) reason!: string | null;
  @ApiProperty({ description: 'appointed, within the term of office, and still a pupil of the class' })
  inOffice!: boolean;
  @ApiProperty({ description: 'has passed a training that is required before the first duty' })
  trained!: boolean;
}
export class HelperPage {
  @ApiProperty({ type: [HelperView] }) items!: HelperView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

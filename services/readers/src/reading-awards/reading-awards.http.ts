import { ApiProperty } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import { DayOrNone, IdAsked, IdOrNone, OneOf, shown, Text, TextOrNull } from '@shulian/service-kit/fields';
import { AWARD_LEVELS, type AwardLevel } from './rules/reading-award.js';

/** `POST /reading-awards` */
export class AwardAsked {
  @IdAsked('the pupil')
  readerId!: string;

  @Text(limits.occasionName, 'what it is called')
  name!: string;

  @OneOf(AWARD_LEVELS, 'who gives it')
  level!: AwardLevel;

  @DayOrNone('today where left out')
  givenOn?: string;

  @TextOrNull(limits.remark, 'for what')
  words?: string | null;
}

/** `GET /reading-awards` */
export class AwardsAsked extends ListAsked {
  @IdOrNone('of this pupil')
  readerId?: string;

  @IdOrNone('of pupils of this class')
  classId?: string;

  @DayOrNone('given on this day or later')
  from?: string;

  @DayOrNone('given on this day or before')
  to?: string;
}

/** What a pupil was given for reading (阅读奖励). */
export class AwardView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty(shown.id) schoolId!: string;
  @ApiProperty(shown.id) readerId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: AWARD_LEVELS }) level!: AwardLevel;
  @ApiProperty(shown.day) givenOn!: string;
  @ApiProperty(shown.orNull) words!: string | null;
  @ApiProperty(shown.day) enteredOn!: string;
}
export class AwardsPage {
  @ApiProperty({ type: [AwardView] }) items!: AwardView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

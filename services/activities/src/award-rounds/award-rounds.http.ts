import { ApiProperty } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import {
  Code,
  CodeOrNone,
  Day,
  DayOrNone,
  IdAsked,
  IdOrNone,
  OneOf,
  OneOfOrNone,
  SchoolAsked,
  Text,
  TextOrNull,
  Things,
  ThingsOrNone,
  Whole,
  WholeOrNull,
  shown,
} from '@shulian/service-kit/fields';
import {
  PROGRAMMES,
  ROUND_STATUSES,
  UNITS,
  type Programme,
  type RoundStatus,
  type Unit,
} from './rules/award-round.js';

const MOST_PLACES = 500;
const MOST_CATEGORIES = 20;

class CategoryAsked {
  @Code()
  code!: string;

  @Text(limits.activityName)
  name!: string;
}

/** `POST /award-rounds` */
export class RoundAsked {
  @SchoolAsked()
  schoolId?: string;

  @OneOf(PROGRAMMES, '读书之星, 读书之最, 优秀小图书管理员, 我能行我真棒')
  programme!: Programme;

  @Text(limits.activityName)
  name!: string;

  @Day('the first day of what is looked at, as the first of a month')
  startsOn!: string;

  @Day('the last one')
  endsOn!: string;

  @OneOfOrNone(UNITS, 'among whom places are counted; class where left out')
  per?: Unit;

  @WholeOrNull(
    1,
    MOST_PLACES,
    'places of each class, grade or the school, in each category; 1 where left out',
  )
  places?: number | null;

  @TextOrNull(limits.remark, 'what is given with it')
  prize?: string | null;

  @ThingsOrNone(CategoryAsked, MOST_CATEGORIES)
  categories?: CategoryAsked[];

  @WholeOrNull(0, 1_000, 'incentive programme: accepted notes')
  leastNotes?: number | null;

  @WholeOrNull(0, 1_000, 'incentive programme: accepted excerpts from reading in the room')
  leastExcerpts?: number | null;

  @WholeOrNull(0, 10_000, 'incentive programme: points of the monthly quiz')
  leastQuizPoints?: number | null;
}

/** `PATCH /award-rounds/{id}`: what is left out stays. */
export class RoundChangeAsked {
  @TextOrNull(limits.activityName)
  name?: string | null;

  @TextOrNull(limits.remark)
  prize?: string | null;

  @WholeOrNull(1, MOST_PLACES)
  places?: number | null;
}

/** `GET /award-rounds` */
export class RoundsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @OneOfOrNone(PROGRAMMES)
  programme?: Programme;

  @OneOfOrNone(ROUND_STATUSES)
  status?: RoundStatus;
}

/** `GET /award-rounds/{id}/candidates` */
export class CandidatesAsked extends ListAsked {
  @IdOrNone('of one class only')
  classId?: string;
}

/** `POST /award-rounds/{id}/awards` */
export class AwardChoiceAsked {
  @IdAsked('a pupil')
  readerId!: string;

  @CodeOrNone('of the categories of the round, where it has some')
  category?: string;

  @TextOrNull(limits.remark, 'why')
  reason?: string | null;
}

/** `GET /awards` */
export class AwardsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdOrNone()
  roundId?: string;

  @IdOrNone()
  classId?: string;

  @IdOrNone()
  readerId?: string;
}

/** `GET /award-rounds/{id}/certificates` */
export class CertificatesAsked extends ListAsked {}

/** `POST /awards/{id}/prize` */
export class PrizeAsked {
  @DayOrNone('when it was given; today where left out')
  issuedOn?: string;
}

class QuizResultAsked {
  @IdAsked('a pupil')
  readerId!: string;

  @Day('a day of the month of the quiz')
  month!: string;

  @Whole(0, 1_000)
  points!: number;
}

/** `PUT /award-rounds/{id}/quiz-results`: those who are named; the others stay as they are. */
export class QuizResultsAsked {
  @Things(QuizResultAsked, 200)
  items!: QuizResultAsked[];
}

export class CategoryView {
  @ApiProperty() code!: string;
  @ApiProperty() name!: string;
}
export class RoundView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty(shown.whole) version!: number;
  @ApiProperty(shown.id) schoolId!: string;
  @ApiProperty({ enum: PROGRAMMES }) programme!: Programme;
  @ApiProperty() name!: string;
  @ApiProperty(shown.day) startsOn!: string;
  @ApiProperty(shown.day) endsOn!: string;
  @ApiProperty({ enum: UNITS }) per!: Unit;
  @ApiProperty(shown.whole) places!: number;
  @ApiProperty(shown.orNull) prize!: string | null;
  @ApiProperty({ type: [CategoryView] }) categories!: CategoryView[];
  @ApiProperty(shown.whole) leastNotes!: number;
  @ApiProperty(shown.whole) leastExcerpts!: number;
  @ApiProperty(shown.whole) leastQuizPoints!: number;
  @ApiProperty({ enum: ROUND_STATUSES }) status!: RoundStatus;
  @ApiProperty(shown.dayOrNull) publishedOn!: string | null;
  @ApiProperty(shown.whole) awards!: number;
}
export class RoundsPage {
  @ApiProperty({ type: [RoundView] }) items!: RoundView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

export class CandidateView {
  @ApiProperty(shown.id) readerId!: string;
  @ApiProperty(shown.id) classId!: string;
  @ApiProperty() className!: string;
  @ApiProperty(shown.wholeOrNull) grade!: number | null;
  @ApiProperty({ ...shown.whole, description: 'lent in the days of the round, reading room apart' })
  loans!: number;
  @ApiProperty({ ...shown.whole, description: 'accepted in these days, excerpts apart' }) notes!: number;
  @ApiProperty(shown.whole) excerpts!: number;
  @ApiProperty(shown.whole) quizPoints!: number;
  @ApiProperty({ ...shown.whole, description: 'in the class, grade or school; who has as much shares it' })
  rank!: number;
  @ApiProperty({ description: 'all parts of the incentive programme are there' }) qualifies!: boolean;
  @ApiProperty() chosen!: boolean;
}
export class CandidatesPage {
  @ApiProperty({ type: [CandidateView] }) items!: CandidateView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

export class AwardView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty(shown.id) roundId!: string;
  @ApiProperty(shown.id) schoolId!: string;
  @ApiProperty({ enum: PROGRAMMES }) programme!: Programme;
  @ApiProperty({ description: 'of the round' }) name!: string;
  @ApiProperty(shown.orNull) category!: string | null;
  @ApiProperty({ ...shown.orNull, description: 'what the category is called' }) categoryName!: string | null;
  @ApiProperty(shown.id) readerId!: string;
  @ApiProperty(shown.idOrNull) classId!: string | null;
  @ApiProperty(shown.wholeOrNull) grade!: number | null;
  @ApiProperty(shown.orNull) reason!: string | null;
  @ApiProperty(shown.orNull) prize!: string | null;
  @ApiProperty({ ...shown.dayOrNull, description: 'null: the round is not published' }) grantedOn!:
    string | null;
  @ApiProperty(shown.dayOrNull) prizeIssuedOn!: string | null;
}
export class AwardsPage {
  @ApiProperty({ type: [AwardView] }) items!: AwardView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

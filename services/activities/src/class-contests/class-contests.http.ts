import { ApiProperty } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import {
  Code,
  IdAsked,
  IdsOf,
  OneOf,
  OneOfOrNone,
  SchoolAsked,
  Text,
  Things,
  Whole,
  WholeOrNone,
  WholeOrNull,
  shown,
} from '@shulian/service-kit/fields';
import {
  CONTEST_STATUSES,
  CRITERION_SOURCES,
  type ContestStatus,
  type CriterionSource,
} from './rules/class-contest.js';

const MOST_POINTS = 1_000;
const MOST_CLASSES = 200;

class CriterionAsked {
  @Code()
  code!: string;

  @Text(limits.activityName)
  name!: string;

  @Whole(1, MOST_POINTS)
  mostPoints!: number;

  @OneOf(CRITERION_SOURCES, 'where its points come from')
  source!: CriterionSource;

  @WholeOrNull(
    1,
    10_000,
    'how many tenths a head earn all points, as 100 for ten books; not where points are entered',
  )
  goalTenths?: number | null;
}

/** `POST /class-contests` */
export class ContestAsked {
  @SchoolAsked()
  schoolId?: string;

  @Whole(2_000, 2_200, 'the first of its two calendar years')
  schoolYear!: number;

  @Text(limits.activityName)
  name!: string;

  @Things(CriterionAsked, 20)
  criteria!: CriterionAsked[];
}

/** `GET /class-contests` */
export class ContestsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @WholeOrNone(2_000, 2_200)
  schoolYear?: number;

  @OneOfOrNone(CONTEST_STATUSES)
  status?: ContestStatus;
}

class ScoreAsked {
  @IdAsked('a class of the school')
  classId!: string;

  @Code('of a criterion whose points are entered')
  code!: string;

  @Whole(0, MOST_POINTS)
  points!: number;
}

/** `PUT /class-contests/{id}/scores`: those that are named; the others stay as they are. */
export class ScoresAsked {
  @Things(ScoreAsked, 500)
  items!: ScoreAsked[];
}

/** `GET /class-contests/{id}/standings` */
export class ClassStandingsAsked extends ListAsked {}

/** `POST /class-contests/{id}/decision` */
export class DecisionAsked {
  @IdsOf(MOST_CLASSES, 1, 'the classes that are honoured')
  classIds!: string[];
}

export class CriterionView {
  @ApiProperty() code!: string;
  @ApiProperty() name!: string;
  @ApiProperty(shown.whole) mostPoints!: number;
  @ApiProperty({ enum: CRITERION_SOURCES }) source!: CriterionSource;
  @ApiProperty(shown.wholeOrNull) goalTenths!: number | null;
}
export class WinnerView {
  @ApiProperty(shown.id) classId!: string;
  @ApiProperty(shown.orNull) className!: string | null;
}
export class ContestView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty(shown.whole) version!: number;
  @ApiProperty(shown.id) schoolId!: string;
  @ApiProperty(shown.whole) schoolYear!: number;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: CONTEST_STATUSES }) status!: ContestStatus;
  @ApiProperty(shown.dayOrNull) decidedOn!: string | null;
  @ApiProperty({ type: [CriterionView] }) criteria!: CriterionView[];
  @ApiProperty({ type: [WinnerView] }) winners!: WinnerView[];
}
export class ContestsPage {
  @ApiProperty({ type: [ContestView] }) items!: ContestView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

export class PointsView {
  @ApiProperty() code!: string;
  @ApiProperty(shown.whole) points!: number;
}
export class ClassStandingView {
  @ApiProperty(shown.id) classId!: string;
  @ApiProperty() className!: string;
  @ApiProperty(shown.wholeOrNull) grade!: number | null;
  @ApiProperty(shown.whole) heads!: number;
  @ApiProperty(shown.whole) loans!: number;
  @ApiProperty(shown.whole) notes!: number;
  @ApiProperty({ type: [PointsView] }) byCriterion!: PointsView[];
  @ApiProperty(shown.whole) points!: number;
  @ApiProperty({ ...shown.whole, description: 'who has as many points shares it' }) rank!: number;
  @ApiProperty({ description: 'honoured by the head of the school' }) honoured!: boolean;
}
export class ClassStandingsPage {
  @ApiProperty({ type: [ClassStandingView] }) items!: ClassStandingView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import {
  Code,
  CodeOrNone,
  Day,
  DayOrNone,
  DayOrNull,
  Grades,
  IdOrNone,
  OneOf,
  OneOfOrNone,
  SchoolAsked,
  Text,
  TextOrNull,
  ThingsOrNone,
  TimeOrNull,
  WholeOrNull,
  YesOrNone,
} from '@shulian/service-kit/fields';
import { TAKES, type Takes } from './rules/contest-types.js';
import {
  CONTEST_STATUSES,
  CONTEST_STEPS,
  PRIZE_LEVELS,
  VACATIONS,
  type ContestStatus,
  type ContestStep,
  type Vacation,
} from './rules/contest.js';
import { ContestTermsAsked, QuotaAsked } from './contest-terms.http.js';

/** `POST /contests` */
export class SchoolContestAsked extends ContestTermsAsked {
  @SchoolAsked()
  schoolId?: string;

  @OneOfOrNone(TAKES, 'what it takes; as its type where left out')
  takes?: Takes;

  @Day('the first day on which works are taken')
  opensOn!: string;

  @Day('the last one')
  dueOn!: string;

  @DayOrNull('until when it is judged')
  judgedBy?: string | null;

  @DayOrNull('when winners are published')
  publishesOn?: string | null;

  @DayOrNone('of a round of notes: the first day of the notes; from the vacation or `opensOn` where left out')
  notesFrom?: string;

  @DayOrNone('the last one; from the vacation or `dueOn` where left out')
  notesTo?: string;

  @OneOfOrNone(VACATIONS, 'the notes are of a vacation')
  vacation?: Vacation;
}

/** `PATCH /contests/{id}`: what is left out stays. */
export class ContestChangeAsked {
  @TextOrNull(limits.occasionName)
  name?: string;

  @TextOrNull(limits.occasionName)
  theme?: string | null;

  @DayOrNone()
  opensOn?: string;

  @DayOrNone()
  dueOn?: string;

  @TimeOrNull('of the last day')
  dueTime?: string;

  @DayOrNull()
  judgedBy?: string | null;

  @DayOrNull()
  publishesOn?: string | null;

  @Grades('for which grades; only while it is planned')
  grades?: number[];

  @YesOrNone('only while it is planned')
  compulsory?: boolean;

  @TextOrNull(limits.survey)
  plan?: string | null;

  @TextOrNull(limits.survey)
  rule?: string | null;

  @WholeOrNull(0, 20)
  scoresNeeded?: number | null;

  @ThingsOrNone(QuotaAsked, PRIZE_LEVELS.length)
  quotas?: QuotaAsked[];
}

/** `POST /contests/{id}/step` */
export class ContestStepAsked {
  @OneOf(CONTEST_STEPS)
  step!: ContestStep;

  @TextOrNull(limits.remark, 'why; needed to cancel, to judge again and to withdraw a publication')
  why?: string | null;

  @TextOrNull(limits.survey, 'what came of it; needed to summarise')
  summary?: string | null;
}

/** `PUT /contests/{id}/commendation` */
export class CommendationAsked {
  @Text(limits.survey, 'how winners were commended')
  words!: string;

  @DayOrNone('today where left out')
  heldOn?: string;
}

/** `GET /contests` */
export class SchoolContestsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @OneOfOrNone(CONTEST_STATUSES)
  status?: ContestStatus;

  @CodeOrNone('only of this type')
  type?: string;

  @IdOrNone('only of this series')
  seriesId?: string;

  @DayOrNone('whose last day is this one or later')
  from?: string;

  @DayOrNone('which opened on this day or before')
  to?: string;
}

/** `PUT /contest-types` */
export class ContestTypeAsked {
  @Code('a new one, or one that is there')
  code!: string;

  @SchoolAsked()
  schoolId?: string;

  @Text(limits.groupName)
  zh!: string;

  @Text(limits.groupName)
  en!: string;

  @OneOf(TAKES, 'what such contests take, unless they say otherwise')
  takes!: Takes;

  @YesOrNone('there are no more contests of it')
  retired?: boolean;
}
/** `GET /contest-types` */
export class ContestTypesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}

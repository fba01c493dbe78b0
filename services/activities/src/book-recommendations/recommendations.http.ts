import { ApiProperty } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import {
  Day,
  DayOrNone,
  IdAsked,
  IdsOf,
  OneOfOrNone,
  SchoolAsked,
  Text,
  TextOrNull,
  Things,
  ThingsOrNone,
  WholeOrNone,
  WholeOrNull,
  shown,
} from '@shulian/service-kit/fields';
import { DUE_STATES, type DueState } from '../logbooks/rules/dues.js';
import { ISSUE_STATUSES, type IssueStatus } from './rules/recommendation-issue.js';

class RecommendedTitleAsked {
  @IdAsked('a title of the catalogue')
  titleId!: string;

  @TextOrNull(limits.remark, 'why it is worth reading')
  reason?: string | null;
}

/** `POST /recommendation-issues` */
export class IssueAsked {
  @SchoolAsked()
  schoolId?: string;

  @Day('a day of the week that the issue is for')
  weekOf!: string;

  @Text(limits.activityName)
  theme!: string;

  @TextOrNull(limits.noticeWords)
  words?: string | null;

  @Things(RecommendedTitleAsked, limits.titlesOfIssue)
  titles!: RecommendedTitleAsked[];
}

/** `PATCH /recommendation-issues/{id}`: what is left out stays. */
export class IssueChangeAsked {
  @DayOrNone('a day of the week that the issue is for')
  weekOf?: string;

  @TextOrNull(limits.activityName)
  theme?: string | null;

  @TextOrNull(limits.noticeWords)
  words?: string | null;

  @ThingsOrNone(RecommendedTitleAsked, limits.titlesOfIssue)
  titles?: RecommendedTitleAsked[];
}

/** `GET /recommendation-issues` */
export class IssuesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @OneOfOrNone(ISSUE_STATUSES)
  status?: IssueStatus;
}

/** `GET /recommendation-coverage` */
export class CoverageAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @WholeOrNone(
    1,
    100,
    'how many percent of the new titles of the year are to be recommended; 15 where left out',
  )
  goalPercent?: number;
}

/** `GET /recommendation-weeks` */
export class WeeksAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @DayOrNone('a day of the term; today where left out')
  on?: string;
}

/** `POST /book-exhibitions` */
export class ExhibitionAsked {
  @SchoolAsked()
  schoolId?: string;

  @Day('on which it was opened')
  heldOn!: string;

  @DayOrNone('a day of the two weeks it is for, where it came late')
  forDay?: string;

  @Text(limits.activityName)
  theme!: string;

  @TextOrNull(limits.locationName)
  place?: string | null;

  @IdsOf(limits.titlesOfIssue, 0, 'what was shown')
  titleIds?: string[];

  @WholeOrNull(0, 10_000, 'how many reading notes of pupils hang beside the books')
  notesShown?: number | null;
}

/** `GET /book-exhibitions` */
export class ExhibitionsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}

export class RecommendedTitleView {
  @ApiProperty(shown.id) titleId!: string;
  @ApiProperty({ ...shown.orNull, description: 'what it is called' }) title!: string | null;
  @ApiProperty(shown.orNull) reason!: string | null;
}
export class IssueView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty(shown.whole) version!: number;
  @ApiProperty(shown.id) schoolId!: string;
  @ApiProperty({ ...shown.day, description: 'the Monday of its week' }) weekOf!: string;
  @ApiProperty({ ...shown.wholeOrNull, description: 'of the school year, given when it is published' })
  number!: number | null;
  @ApiProperty() theme!: string;
  @ApiProperty(shown.orNull) words!: string | null;
  @ApiProperty({ enum: ISSUE_STATUSES }) status!: IssueStatus;
  @ApiProperty(shown.dayOrNull) publishedOn!: string | null;
  @ApiProperty({ type: [RecommendedTitleView] }) titles!: RecommendedTitleView[];
}
export class IssuesPage {
  @ApiProperty({ type: [IssueView] }) items!: IssueView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

export class CoverageView {
  @ApiProperty(shown.id) termId!: string;
  @ApiProperty() term!: string;
  @ApiProperty(shown.day) from!: string;
  @ApiProperty(shown.day) to!: string;
  @ApiProperty(shown.whole) issues!: number;
  @ApiProperty({ ...shown.whole, description: 'the calendar year in which the term begins' }) year!: number;
  @ApiProperty({ ...shown.whole, description: 'titles of which the school got its first copy in that year' })
  newTitles!: number;
  @ApiProperty({ ...shown.whole, description: 'of these, recommended in the term' })
  recommendedNewTitles!: number;
  @ApiProperty({ type: 'number', nullable: true, description: 'percent, cut off after one decimal' })
  share!: number | null;
  @ApiProperty() reached!: boolean;
}
export class CoveragePage {
  @ApiProperty({ type: [CoverageView] }) items!: CoverageView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

export class WeekView {
  @ApiProperty(shown.day) from!: string;
  @ApiProperty(shown.day) to!: string;
  @ApiProperty(shown.whole) issues!: number;
  @ApiProperty({ ...shown.dayOrNull, description: 'when the first of them was published' })
  issueOn!: string | null;
  @ApiProperty({ enum: DUE_STATES }) issue!: DueState;
  @ApiProperty({ ...shown.day, description: 'the last day for the exhibition of its two weeks' })
  exhibitionBy!: string;
  @ApiProperty(shown.dayOrNull) exhibitionOn!: string | null;
  @ApiProperty({ enum: DUE_STATES }) exhibition!: DueState;
}
export class WeeksPage {
  @ApiProperty({ type: [WeekView] }) items!: WeekView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

export class ExhibitionView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty(shown.id) schoolId!: string;
  @ApiProperty(shown.day) heldOn!: string;
  @ApiProperty(shown.day) forDay!: string;
  @ApiProperty() theme!: string;
  @ApiProperty(shown.orNull) place!: string | null;
  @ApiProperty({ type: [String], format: 'uuid' }) titleIds!: string[];
  @ApiProperty(shown.whole) notesShown!: number;
}
export class ExhibitionsPage {
  @ApiProperty({ type: [ExhibitionView] }) items!: ExhibitionView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

import { ApiProperty } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import {
  Day,
  DayOrNone,
  IdAsked,
  IdOrNone,
  IdsOf,
  OneOf,
  OneOfOrNone,
  SchoolAsked,
  Text,
  Whole,
  WholeOrNull,
  shown,
} from '@shulian/service-kit/fields';
import { GIFT_GOES_TO, VOTE_STATUSES, type GiftGoesTo, type VoteStatus } from './rules/book-vote.js';

const MOST_CHOICES = 20;

/** `POST /book-votes` */
export class VoteAsked {
  @SchoolAsked()
  schoolId?: string;

  @Text(limits.activityName)
  name!: string;

  @Day('the first day of voting')
  opensOn!: string;

  @Day('the last one')
  closesOn!: string;

  @WholeOrNull(1, 500, 'how many books are favourites; 100 where left out')
  places?: number | null;

  @WholeOrNull(1, MOST_CHOICES, 'how many titles a ballot names at most; 5 where left out')
  mostChoices?: number | null;
}

/** `PATCH /book-votes/{id}`: what is left out stays. */
export class VoteChangeAsked {
  @DayOrNone('the last day of voting')
  closesOn?: string;

  @OneOfOrNone(VOTE_STATUSES, 'closed: no more ballots, and results for everybody of the school')
  status?: VoteStatus;
}

/** `GET /book-votes` */
export class VotesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}

/** `PUT /book-votes/{id}/ballot` */
export class BallotAsked {
  @IdOrNone('left out by a reader, who casts the own one; a teacher enters those that came on paper')
  readerId?: string;

  @IdsOf(MOST_CHOICES, 1, 'titles of the catalogue, no more than the vote allows')
  titleIds!: string[];
}

/** `GET /book-votes/{id}/results` */
export class ResultsAsked extends ListAsked {}

/** `POST /book-votes/{id}/gifts` */
export class GiftAsked {
  @IdAsked('the class of the pupil')
  classId!: string;

  @IdOrNone('who gave; left out: the class')
  readerId?: string;

  @Text(limits.activityName, 'which book')
  book!: string;

  @Whole(1, 1_000)
  copies!: number;

  @OneOf(GIFT_GOES_TO, 'where it goes')
  goesTo!: GiftGoesTo;

  @DayOrNone('when it was given; today where left out')
  givenOn?: string;
}

/** `GET /book-votes/{id}/gifts` */
export class GiftsAsked extends ListAsked {
  @IdOrNone()
  classId?: string;
}

/** `GET /book-votes/{id}/gift-counts` */
export class GiftCountsAsked extends ListAsked {}

export class VoteView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty(shown.whole) version!: number;
  @ApiProperty(shown.id) schoolId!: string;
  @ApiProperty() name!: string;
  @ApiProperty(shown.day) opensOn!: string;
  @ApiProperty(shown.day) closesOn!: string;
  @ApiProperty(shown.whole) places!: number;
  @ApiProperty(shown.whole) mostChoices!: number;
  @ApiProperty({ enum: VOTE_STATUSES }) status!: VoteStatus;
  @ApiProperty(shown.whole) ballots!: number;
  @ApiProperty({ ...shown.whole, description: 'copies that were given' }) copies!: number;
}
export class VotesPage {
  @ApiProperty({ type: [VoteView] }) items!: VoteView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
export class BallotView {
  @ApiProperty(shown.id) voteId!: string;
  @ApiProperty(shown.id) readerId!: string;
  @ApiProperty({ type: [String], format: 'uuid' }) titleIds!: string[];
  @ApiProperty(shown.day) castOn!: string;
}
export class ResultView {
  @ApiProperty(shown.id) titleId!: string;
  @ApiProperty(shown.orNull) title!: string | null;
  @ApiProperty(shown.whole) votes!: number;
  @ApiProperty({ ...shown.whole, description: 'titles with as many votes share it' }) rank!: number;
  @ApiProperty({ description: 'among the favourites, ties at the last place included' }) favourite!: boolean;
}
export class ResultsPage {
  @ApiProperty({ type: [ResultView] }) items!: ResultView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
export class GiftView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty(shown.id) classId!: string;
  @ApiProperty(shown.orNull) className!: string | null;
  @ApiProperty(shown.idOrNull) readerId!: string | null;
  @ApiProperty() book!: string;
  @ApiProperty(shown.whole) copies!: number;
  @ApiProperty({ enum: GIFT_GOES_TO }) goesTo!: GiftGoesTo;
  @ApiProperty(shown.day) givenOn!: string;
}
export class GiftsPage {
  @ApiProperty({ type: [GiftView] }) items!: GiftView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
export class GiftCountView {
  @ApiProperty(shown.id) classId!: string;
  @ApiProperty() className!: string;
  @ApiProperty({ ...shown.whole, description: 'pupils who gave something' }) givers!: number;
  @ApiProperty(shown.whole) copies!: number;
  @ApiProperty(shown.whole) toGallery!: number;
  @ApiProperty(shown.whole) toBookCorner!: number;
  @ApiProperty(shown.whole) toStock!: number;
  @ApiProperty({ ...shown.whole, description: 'ballots of the class' }) ballots!: number;
}
export class GiftCountsPage {
  @ApiProperty({ type: [GiftCountView] }) items!: GiftCountView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

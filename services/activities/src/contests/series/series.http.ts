import { ApiProperty } from '@nestjs/swagger';
import { ListAsked } from '@shulian/service-kit';
import { OneOf, SchoolAsked, shown, Thing, ThingOrNone, Whole, WholeOrNone, YesOfQuery, YesOrNone } from '@shulian/service-kit/fields'; // prettier-ignore
import { Matches } from 'class-validator';
import { ContestTermsAsked } from '../contest-terms.http.js';
import { SERIES_EVERY, type SeriesEvery } from '../rules/series.js';

class SeriesRhythmAsked {
  @OneOf(SERIES_EVERY)
  every!: SeriesEvery;

  @WholeOrNone(1, 12, 'of a yearly one: its month')
  month?: number;

  @Whole(1, 31, 'day of the month on which works are taken first; what a month has not is its last day')
  opensDay!: number;

  @Whole(1, 31, 'the last one')
  dueDay!: number;

  @Whole(1, 31, 'until when it is judged')
  judgedDay!: number;

  @Whole(1, 31, 'when winners are published')
  publishesDay!: number;
}

/** `POST /contest-series` */
export class SeriesAsked {
  @SchoolAsked()
  schoolId?: string;

  @Thing(SeriesRhythmAsked)
  rhythm!: SeriesRhythmAsked;

  @YesOrNone('nothing is held outside of terms; true where left out')
  onlyInTerm?: boolean;

  @Thing(ContestTermsAsked)
  contest!: ContestTermsAsked;
}

/** `PATCH /contest-series/{id}`: what is left out stays. */
export class SeriesChangeAsked {
  @ThingOrNone(SeriesRhythmAsked)
  rhythm?: SeriesRhythmAsked;

  @YesOrNone()
  onlyInTerm?: boolean;

  @ThingOrNone(ContestTermsAsked, 'in place of all that was said of a contest')
  contest?: ContestTermsAsked;

  @YesOrNone('no more contests are made')
  ended?: boolean;
}

/** `POST /contest-series/{id}/contests` */
export class PeriodAsked {
  @ApiProperty({
    pattern: '^[1-9]\\d{3}(-(0[1-9]|1[0-2]))?$',
    example: '2026-10',
    description: 'a month, or a year',
  })
  @Matches(/^[1-9]\d{3}(-(0[1-9]|1[0-2]))?$/)
  period!: string;
}

/** `GET /contest-series` */
export class SeriesListAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @YesOfQuery('true: only those that have ended, false: only the others')
  ended?: boolean;
}

class SeriesRhythmView {
  @ApiProperty({ enum: SERIES_EVERY }) every!: SeriesEvery;
  @ApiProperty(shown.wholeOrNull) month!: number | null;
  @ApiProperty(shown.whole) opensDay!: number;
  @ApiProperty(shown.whole) dueDay!: number;
  @ApiProperty(shown.whole) judgedDay!: number;
  @ApiProperty(shown.whole) publishesDay!: number;
}
export class SeriesView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty(shown.whole) version!: number;
  @ApiProperty(shown.id) schoolId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: SeriesRhythmView }) rhythm!: SeriesRhythmView;
  @ApiProperty() onlyInTerm!: boolean;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'what each contest is planned with',
  })
  contest!: object;
  @ApiProperty() ended!: boolean;
  @ApiProperty({ ...shown.whole, description: 'contests that were made' }) made!: number;
  @ApiProperty({ ...shown.orNull, description: 'the last period of which there is one' })
  lastPeriod!: string | null;
}
export class SeriesPage {
  @ApiProperty({ type: [SeriesView] }) items!: SeriesView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

import { ApiProperty } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import {
  DayOrNone,
  Grades,
  IdAsked,
  IdOrNone,
  IdsOf,
  OneOf,
  SchoolAsked,
  shown,
  Text,
  TextOrNull,
  WholeOrNull,
} from '@shulian/service-kit/fields';
import { OCCASIONS, type Occasion } from './rules/book-match.js';

const MOST_READERS = 500;

/** `POST /book-matches`: to readers who are named, to a class, or to grades. */
export class MatchAsked {
  @SchoolAsked()
  schoolId?: string;

  @Text(limits.activityName)
  name!: string;

  @OneOf(OCCASIONS, 'why: asked for, for a subject, for an age, for who hardly reads')
  occasion!: Occasion;

  @TextOrNull(limits.activityName, 'what is taught')
  subject?: string | null;

  @TextOrNull(limits.remark, 'a word with it')
  words?: string | null;

  @IdsOf(limits.titlesOfIssue, 1, 'titles of the catalogue')
  titleIds!: string[];

  @IdsOf(MOST_READERS, 0, 'teachers and pupils of the school')
  readerIds?: string[];

  @IdOrNone('all pupils of a class')
  classId?: string;

  @Grades('all pupils of these grades')
  grades?: number[];

  @WholeOrNull(1, MOST_READERS, 'only so many of them: those who borrowed least')
  fewestLoans?: number | null;

  @DayOrNone('loans from this day on count for it; the last thirty days where left out')
  since?: string;
}

/** `GET /book-matches` */
export class MatchesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}

/** `GET /book-matches/{id}/readers` */
export class MatchedReadersAsked extends ListAsked {}

/** `GET /books-for-me` */
export class BooksForMeAsked extends ListAsked {
  @IdOrNone('a reader within reach, where staff asks; left out by the reader')
  readerId?: string;
}

/** `POST /book-matches/{id}/declination` */
export class DeclinationAsked {
  @IdAsked('the own reader, or a pupil of the own class')
  readerId!: string;
}

export class MatchedTitle {
  @ApiProperty(shown.id) titleId!: string;
  @ApiProperty(shown.orNull) title!: string | null;
}
export class MatchView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty(shown.id) schoolId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: OCCASIONS }) occasion!: Occasion;
  @ApiProperty(shown.orNull) subject!: string | null;
  @ApiProperty(shown.orNull) words!: string | null;
  @ApiProperty({ type: [MatchedTitle] }) titles!: MatchedTitle[];
  @ApiProperty(shown.day) sentOn!: string;
  @ApiProperty(shown.whole) readers!: number;
  @ApiProperty(shown.whole) declined!: number;
  @ApiProperty({ ...shown.whole, description: 'readers who borrowed one of the titles since' })
  borrowers!: number;
  @ApiProperty({ ...shown.whole, description: 'loans of the titles to these readers since' }) loans!: number;
}
export class MatchesPage {
  @ApiProperty({ type: [MatchView] }) items!: MatchView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
export class MatchedReaderView {
  @ApiProperty(shown.id) readerId!: string;
  @ApiProperty(shown.idOrNull) classId!: string | null;
  @ApiProperty(shown.dayOrNull) declinedOn!: string | null;
  @ApiProperty({ ...shown.whole, description: 'of the titles, since they were brought' }) loans!: number;
}
export class MatchedReadersPage {
  @ApiProperty({ type: [MatchedReaderView] }) items!: MatchedReaderView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
export class BookForMeView {
  @ApiProperty({ ...shown.id, description: 'of what was brought, to decline it' }) matchId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: OCCASIONS }) occasion!: Occasion;
  @ApiProperty(shown.orNull) words!: string | null;
  @ApiProperty({ type: [MatchedTitle] }) titles!: MatchedTitle[];
  @ApiProperty(shown.day) sentOn!: string;
}
export class BooksForMePage {
  @ApiProperty({ type: [BookForMeView] }) items!: BookForMeView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
export class DeclinationView {
  @ApiProperty(shown.id) matchId!: string;
  @ApiProperty(shown.id) readerId!: string;
  @ApiProperty(shown.day) declinedOn!: string;
}

import { ApiProperty } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import {
  DayOrNone,
  IdOrNone,
  IdsOf,
  OneOf,
  OneOfOrNone,
  SchoolAsked,
  shown,
  SomeOf,
  Text,
  TextOrNull,
} from '@shulian/service-kit/fields';
import {
  CHANNELS,
  PUBLICATION_COLUMNS,
  PUBLICATION_STATUSES,
  type Channel,
  type PublicationColumn,
  type PublicationStatus,
} from './rules/publication.js';

const IN_CHANNELS = 'where it is published; web: on the page of the library';

/** `POST /library-publications` */
export class LibraryPublicationAsked {
  @SchoolAsked()
  schoolId?: string;

  @OneOf(PUBLICATION_COLUMNS, 'new books, reviews, activities, essays of pupils')
  column!: PublicationColumn;

  @Text(limits.noticeTitle)
  title!: string;

  @Text(limits.noticeWords, 'plain text that names no child: strangers read it')
  words!: string;

  @IdsOf(limits.titlesOfIssue, 0, 'titles that it is about')
  titleIds?: string[];

  @IdOrNone('an issue of recommendations that is out: its titles, where none are given')
  issueId?: string;

  @SomeOf(CHANNELS, IN_CHANNELS)
  channels?: Channel[];
}

/** `PATCH /library-publications/{id}`: what is left out stays. */
export class LibraryPublicationChangeAsked {
  @OneOfOrNone(PUBLICATION_COLUMNS)
  column?: PublicationColumn;

  @TextOrNull(limits.noticeTitle)
  title?: string | null;

  @TextOrNull(limits.noticeWords)
  words?: string | null;

  @SomeOf(CHANNELS, IN_CHANNELS)
  channels?: Channel[];
}

/** `POST /library-publications/{id}/publication` */
export class ShowingAsked {
  @DayOrNone('the first day it is shown; today where left out')
  showsFrom?: string;

  @DayOrNone('the last day; until it is withdrawn where left out')
  showsUntil?: string;
}

/** `GET /library-publications` */
export class LibraryPublicationsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @OneOfOrNone(PUBLICATION_STATUSES)
  status?: PublicationStatus;

  @OneOfOrNone(CHANNELS)
  channel?: Channel;
}

/** `GET /library-publications/{id}/sheet` */
export class SheetAsked extends ListAsked {}

export class PublishedTitle {
  @ApiProperty(shown.id) titleId!: string;
  @ApiProperty(shown.orNull) title!: string | null;
}
export class LibraryPublicationView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty(shown.whole) version!: number;
  @ApiProperty(shown.id) schoolId!: string;
  @ApiProperty({ enum: PUBLICATION_COLUMNS }) column!: PublicationColumn;
  @ApiProperty() title!: string;
  @ApiProperty() words!: string;
  @ApiProperty({ type: [PublishedTitle] }) titles!: PublishedTitle[];
  @ApiProperty(shown.idOrNull) issueId!: string | null;
  @ApiProperty({ enum: CHANNELS, isArray: true }) channels!: Channel[];
  @ApiProperty({ enum: PUBLICATION_STATUSES }) status!: PublicationStatus;
  @ApiProperty(shown.dayOrNull) showsFrom!: string | null;
  @ApiProperty(shown.dayOrNull) showsUntil!: string | null;
  @ApiProperty({ ...shown.idOrNull, description: 'on the page of the library' }) noticeId!: string | null;
}
export class LibraryPublicationsPage {
  @ApiProperty({ type: [LibraryPublicationView] }) items!: LibraryPublicationView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
export class SheetLine {
  @ApiProperty(shown.whole) number!: number;
  @ApiProperty(shown.orNull) title!: string | null;
}
export class SheetPage {
  @ApiProperty({ type: [SheetLine] }) items!: SheetLine[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
export class ScriptView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty({ description: 'to be read out' }) script!: string;
}

/** What a screen shows: nobody who wrote it, nobody it is about. */
export class ScreenItem {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty({ enum: PUBLICATION_COLUMNS }) column!: PublicationColumn;
  @ApiProperty() title!: string;
  @ApiProperty() words!: string;
  @ApiProperty({ type: [String] }) titles!: string[];
  @ApiProperty(shown.day) showsFrom!: string;
  @ApiProperty(shown.dayOrNull) showsUntil!: string | null;
}
export class ScreenFeed {
  @ApiProperty() school!: string;
  @ApiProperty({ type: [ScreenItem], description: 'what is shown today, newest first, thirty at most' })
  items!: ScreenItem[];
}

import { ApiProperty } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import {
  IdAsked,
  IdOrNone,
  OneOf,
  OneOfOrNone,
  SchoolAsked,
  shown,
  Text,
  TextOrNull,
  Things,
  Whole,
  WholeOrNone,
  WholeOrNull,
} from '@shulian/service-kit/fields';
import {
  CLASS_STREAMS,
  STREAMS,
  TEXTBOOK_KINDS,
  TEXTBOOK_STATUSES,
  type ClassStream,
  type Stream,
  type TextbookKind,
  type TextbookStatus,
} from './rules/textbook.js';

/** 10,000 yuan: no textbook costs more. */
const DEAREST = 1_000_000;
/** 48 kinds of exercise books are as many as a pupil gets; of one kind no more than this. */
const MOST_FOR_PUPIL = 100;
/** A wall chart has no ISBN, a textbook may have a standard number of another kind. */
const LONGEST_NUMBER = 40;
/** Classes of the largest school, twice. */
const MOST_CLASSES = 200;

export class TextbookAsked {
  @OneOf(TEXTBOOK_KINDS)
  kind!: TextbookKind;

  @Text(limits.title)
  name!: string;

  @TextOrNull(limits.groupName, 'as 语文')
  subject?: string | null;

  @TextOrNull(limits.publisher)
  publisher?: string | null;

  @TextOrNull(LONGEST_NUMBER)
  isbn?: string | null;

  @WholeOrNull(0, DEAREST, 'fen')
  priceFen?: number | null;
}

/** `POST /textbooks` */
export class TextbooksAsked {
  @SchoolAsked()
  schoolId?: string;

  @Things(TextbookAsked, limits.linesAtOnce)
  items!: TextbookAsked[];
}

/** `PATCH /textbooks/{id}`: what is left out stays. */
export class TextbookChangeAsked {
  @TextOrNull(limits.title)
  name?: string | null;

  @TextOrNull(limits.groupName)
  subject?: string | null;

  @TextOrNull(limits.publisher)
  publisher?: string | null;

  @TextOrNull(LONGEST_NUMBER)
  isbn?: string | null;

  @WholeOrNull(0, DEAREST, 'fen')
  priceFen?: number | null;

  @OneOfOrNone(TEXTBOOK_STATUSES, 'retired: planned and ordered no more')
  status?: TextbookStatus;
}

export class TextbooksListAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @OneOfOrNone(TEXTBOOK_KINDS)
  kind?: TextbookKind;

  @OneOfOrNone(TEXTBOOK_STATUSES)
  status?: TextbookStatus;
}

export class TextbookView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ enum: TEXTBOOK_KINDS }) kind!: TextbookKind;
  @ApiProperty() name!: string;
  @ApiProperty(shown.orNull) subject!: string | null;
  @ApiProperty(shown.orNull) publisher!: string | null;
  @ApiProperty(shown.orNull) isbn!: string | null;
  @ApiProperty(shown.wholeOrNull) priceFen!: number | null;
  @ApiProperty({ enum: TEXTBOOK_STATUSES }) status!: TextbookStatus;
  @ApiProperty(shown.whole) version!: number;
}
export class TextbooksEntered {
  @ApiProperty({ type: [TextbookView] }) items!: readonly TextbookView[];
}
export class TextbooksPage {
  @ApiProperty({ type: [TextbookView] }) items!: TextbookView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

export class TextbookNeedAsked {
  @IdAsked('the textbook')
  textbookId!: string;

  @Whole(1, 12)
  grade!: number;

  @OneOf(STREAMS, 'for all of the grade, or for the classes of one stream')
  stream!: Stream;

  @Whole(0, MOST_FOR_PUPIL, '0 takes it off the list')
  perPupil!: number;
}

/** `POST /textbook-needs` */
export class TextbookNeedsAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdAsked('the term for which they are')
  termId!: string;

  @Things(TextbookNeedAsked, limits.linesAtOnce)
  items!: TextbookNeedAsked[];
}
export class TextbookNeedsSet {
  @ApiProperty({ ...shown.whole, description: 'lines of the term now' }) lines!: number;
}

export class TextbookNeedsListAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdAsked('the term')
  termId!: string;

  @WholeOrNone(1, 12)
  grade?: number;
}

export class TextbookNeedView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) textbookId!: string;
  @ApiProperty({ enum: TEXTBOOK_KINDS }) kind!: TextbookKind;
  @ApiProperty() name!: string;
  @ApiProperty(shown.orNull) subject!: string | null;
  @ApiProperty(shown.orNull) publisher!: string | null;
  @ApiProperty(shown.orNull) isbn!: string | null;
  @ApiProperty(shown.wholeOrNull) priceFen!: number | null;
  @ApiProperty(shown.whole) grade!: number;
  @ApiProperty({ enum: STREAMS }) stream!: Stream;
  @ApiProperty(shown.whole) perPupil!: number;
  @ApiProperty({ ...shown.whole, description: 'of the classes that get it' }) pupils!: number;
  @ApiProperty(shown.whole) quantity!: number;
}
export class TextbookNeedsPage {
  @ApiProperty({ type: [TextbookNeedView] }) items!: TextbookNeedView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

export class ClassStreamAsked {
  @IdAsked('the class')
  classId!: string;

  @OneOf([...CLASS_STREAMS, 'none'])
  stream!: ClassStream | 'none';
}

/** `POST /textbook-classes` */
export class ClassStreamsAsked {
  @SchoolAsked()
  schoolId?: string;

  @Things(ClassStreamAsked, MOST_CLASSES)
  items!: ClassStreamAsked[];
}
export class ClassStreamsSet {
  @ApiProperty(shown.whole) classes!: number;
}

export class TextbookClassesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdOrNone('grades as this term begins; today where left out')
  termId?: string;
}
export class TextbookClassView {
  @ApiProperty({ format: 'uuid' }) classId!: string;
  @ApiProperty(shown.whole) grade!: number;
  @ApiProperty({ enum: CLASS_STREAMS, nullable: true, type: 'string' }) stream!: ClassStream | null;
  @ApiProperty(shown.whole) pupils!: number;
}
export class TextbookClassesPage {
  @ApiProperty({ type: [TextbookClassView] }) items!: TextbookClassView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

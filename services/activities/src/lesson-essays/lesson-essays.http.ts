import { ApiProperty } from '@nestjs/swagger';
import { ListAsked } from '@shulian/service-kit';
import { DayOrNone, IdOrNone, shown, Text } from '@shulian/service-kit/fields';

const LONGEST = 10_000;
const STATUSES = ['shared', 'withdrawn'] as const;

/** `POST /lesson-essays` */
export class EssayAsked {
  @IdOrNone('left out by a pupil; a teacher enters what a pupil wrote on paper')
  readerId?: string;

  @IdOrNone('the book')
  titleId?: string;

  @DayOrNone('day of the lesson; today where left out')
  lessonOn?: string;

  @Text(LONGEST, 'what one thinks of the book')
  text!: string;
}

/** `GET /lesson-essays` */
export class EssaysAsked extends ListAsked {
  @IdOrNone('only of this class')
  classId?: string;

  @IdOrNone('only about this book')
  titleId?: string;

  @DayOrNone('of lessons on this day or later')
  from?: string;

  @DayOrNone('of lessons on this day or before')
  to?: string;
}

export class EssayView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty(shown.id) schoolId!: string;
  @ApiProperty(shown.id) classId!: string;
  @ApiProperty(shown.id) readerId!: string;
  @ApiProperty(shown.idOrNull) titleId!: string | null;
  @ApiProperty({ ...shown.orNull, description: 'what the book is called' }) bookTitle!: string | null;
  @ApiProperty(shown.day) lessonOn!: string;
  @ApiProperty() text!: string;
  @ApiProperty({ enum: STATUSES }) status!: (typeof STATUSES)[number];
  @ApiProperty(shown.day) writtenOn!: string;
}
export class EssaysPage {
  @ApiProperty({ type: [EssayView] }) items!: EssayView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

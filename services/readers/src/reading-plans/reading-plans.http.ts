import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, ValidateNested } from 'class-validator';
import {
  DayOrNull,
  IdAsked,
  IdOrNone,
  IdOrNull,
  SchoolAsked,
  shown,
  Text,
  TextOrNull,
  Things,
  Whole,
  WholeOrNull,
} from '@shulian/service-kit/fields';

const MOST_BOOKS = 100;
const MOST_PLANNED = 200;
const MOST_MINUTES = 600;

class PlannedBookAsked {
  @Text(limits.title)
  title!: string;

  @TextOrNull(limits.contributor)
  author?: string | null;

  @IdOrNull('in the catalogue')
  titleId?: string | null;

  @DayOrNull('by when it is to be read')
  byDay?: string | null;

  @DayOrNull('on which it was read; null: not yet')
  doneOn?: string | null;

  @TextOrNull(limits.remark)
  note?: string | null;
}

/** `POST /reading-plans` */
export class PlanAsked {
  @IdAsked('a term of the school')
  termId!: string;

  @IdOrNone('the pupil; may be left out by who is a reader')
  readerId?: string;

  @Whole(1, MOST_PLANNED, 'books to be read in the term')
  goalBooks!: number;

  @WholeOrNull(1, MOST_MINUTES, 'minutes of reading a day')
  goalMinutes?: number | null;

  @TextOrNull(limits.remark, 'what it is for')
  aim?: string | null;

  @Things(PlannedBookAsked, MOST_BOOKS, 0)
  books!: PlannedBookAsked[];
}

/** `PATCH /reading-plans/{id}`: what is left out stays; `books` are all books from now on. */
export class PlanChangeAsked {
  @WholeOrNull(1, MOST_PLANNED)
  goalBooks?: number;

  @WholeOrNull(1, MOST_MINUTES)
  goalMinutes?: number | null;

  @TextOrNull(limits.remark)
  aim?: string | null;

  @ApiPropertyOptional({ type: [PlannedBookAsked], maxItems: MOST_BOOKS })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_BOOKS)
  @ValidateNested({ each: true })
  @Type(() => PlannedBookAsked)
  books?: PlannedBookAsked[];
}

/** `PUT /reading-plans/{id}/comment` */
export class PlanCommentAsked {
  @TextOrNull(limits.remark, 'null or left out: takes it back')
  words?: string | null;
}

/** `GET /reading-plans` */
export class PlansAsked extends ListAsked {
  @IdOrNone('of this term and no other')
  termId?: string;

  @IdOrNone('of pupils of this class')
  classId?: string;

  @IdOrNone('of this pupil')
  readerId?: string;
}

/** `GET /reading-plan-classes` */
export class PlanClassesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdAsked('a term of the school')
  termId!: string;
}

class PlannedBookView {
  @ApiProperty() title!: string;
  @ApiProperty(shown.orNull) author!: string | null;
  @ApiProperty(shown.idOrNull) titleId!: string | null;
  @ApiProperty(shown.dayOrNull) byDay!: string | null;
  @ApiProperty(shown.dayOrNull) doneOn!: string | null;
  @ApiProperty(shown.orNull) note!: string | null;
}

/** What a pupil means to read in a term (读书计划). */
export class PlanView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty(shown.whole) version!: number;
  @ApiProperty(shown.id) schoolId!: string;
  @ApiProperty(shown.id) readerId!: string;
  @ApiProperty({ ...shown.idOrNull, description: 'the class of today' }) classId!: string | null;
  @ApiProperty(shown.id) termId!: string;
  @ApiProperty(shown.whole) goalBooks!: number;
  @ApiProperty({ ...shown.wholeOrNull, description: 'minutes a day' }) goalMinutes!: number | null;
  @ApiProperty(shown.orNull) aim!: string | null;
  @ApiProperty({ ...shown.orNull, description: 'what the teacher or the library says' })
  comment!: string | null;
  @ApiProperty(shown.dayOrNull) commentedOn!: string | null;
  @ApiProperty(shown.day) madeOn!: string;
  @ApiProperty({ ...shown.whole, description: 'books on the plan' }) planned!: number;
  @ApiProperty({ ...shown.whole, description: 'of these, read' }) done!: number;
  @ApiProperty({ type: [PlannedBookView] }) books!: PlannedBookView[];
}
export class PlansPage {
  @ApiProperty({ type: [PlanView] }) items!: PlanView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

/** A class in a term: who has a plan, and what came of them. */
export class PlanClassView {
  @ApiProperty(shown.id) classId!: string;
  @ApiProperty() className!: string;
  @ApiProperty({ ...shown.whole, description: 'in the class today' }) pupils!: number;
  @ApiProperty({ ...shown.whole, description: 'of these, with a plan' }) withPlan!: number;
  @ApiProperty(shown.whole) withoutPlan!: number;
  @ApiProperty({ ...shown.whole, description: 'books that they set themselves as goals' }) goalBooks!: number;
  @ApiProperty({ ...shown.whole, description: 'books of the plans that are read' }) done!: number;
}
export class PlanClassesPage {
  @ApiProperty({ type: [PlanClassView] }) items!: PlanClassView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

import { ApiProperty } from '@nestjs/swagger';
import { ListAsked } from '@shulian/service-kit';
import {
  DayOrNone,
  Grades,
  IdOrNone,
  OneOf,
  SchoolAsked,
  shown,
  SomeOf,
  ThingsOrNone,
  Whole,
  WholeOrNull,
  YesOrNone,
} from '@shulian/service-kit/fields';
import { ArrayMinSize } from 'class-validator';
import { noteKinds, type NoteKind } from '../reading-notes/rules/reading-note.js';
import { REQUIRED_EVERY, type RequiredEvery } from './rules/note-requirement.js';

class RequirementAsked {
  @Whole(1, 12)
  grade!: number;

  @SomeOf(noteKinds, 'which kinds this grade writes; one at least')
  @ArrayMinSize(1)
  kinds!: NoteKind[];

  @WholeOrNull(0, 2_000, 'without blanks')
  fewestCharacters?: number | null;

  @YesOrNone('excerpts and cards are sorted')
  sorted?: boolean;

  @YesOrNone('the book is named')
  namesTitle?: boolean;

  @OneOf(REQUIRED_EVERY, 'in which time')
  every!: RequiredEvery;

  @Whole(1, 100, 'how many')
  count!: number;
}

/** `PUT /note-requirements`: of the grades that are named; others stay as they are. */
export class RequirementsAsked {
  @SchoolAsked()
  schoolId?: string;

  @ThingsOrNone(RequirementAsked, 12)
  items?: RequirementAsked[];

  @Grades('grades of which nothing is asked any more')
  dropped?: number[];
}

/** `GET /note-requirements` */
export class RequirementsListAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}

const SOURCES = ['school', 'suggested'] as const;
export class RequirementView {
  @ApiProperty(shown.whole) grade!: number;
  @ApiProperty({ enum: noteKinds, isArray: true }) kinds!: readonly NoteKind[];
  @ApiProperty(shown.whole) fewestCharacters!: number;
  @ApiProperty() sorted!: boolean;
  @ApiProperty() namesTitle!: boolean;
  @ApiProperty({ enum: REQUIRED_EVERY }) every!: RequiredEvery;
  @ApiProperty(shown.whole) count!: number;
  @ApiProperty({
    enum: SOURCES,
    description: 'suggested: the school has said nothing, and nobody is held to it',
  })
  source!: (typeof SOURCES)[number];
}
export class RequirementsPage {
  @ApiProperty({ type: [RequirementView] }) items!: RequirementView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

/** `GET /note-progress` */
export class ProgressAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdOrNone('only of this class')
  classId?: string;

  @DayOrNone('of the week, month or term of this day; today where left out')
  on?: string;
}
/** How far a pupil has come with what is asked of the grade. */
export class ProgressView {
  @ApiProperty(shown.id) readerId!: string;
  @ApiProperty(shown.id) classId!: string;
  @ApiProperty(shown.whole) grade!: number;
  @ApiProperty({ enum: REQUIRED_EVERY }) every!: RequiredEvery;
  @ApiProperty(shown.day) from!: string;
  @ApiProperty(shown.day) to!: string;
  @ApiProperty(shown.whole) asked!: number;
  @ApiProperty({ ...shown.whole, description: 'notes of the kinds that are asked for' }) written!: number;
  @ApiProperty({ ...shown.whole, description: 'of these, accepted' }) accepted!: number;
  @ApiProperty() done!: boolean;
}
export class ProgressPage {
  @ApiProperty({ type: [ProgressView] }) items!: ProgressView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ListAsked } from '@shulian/service-kit';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  Max,
  Min,
} from 'class-validator';
import { CardView } from '../cards/cards.http.js';
import {
  DayOrNone,
  IdAsked,
  IdOrNone,
  IdsOf,
  OneOf,
  OneOfOrNone,
  SchoolAsked,
  shown,
  Text,
  TextOrNull,
  YesOfQuery,
} from '@shulian/service-kit/fields';
import { WINDOW_KINDS, type WindowKind, type WindowState } from './rules/card-window.js';

const { dayOrNull, orNull, whole } = shown;

const LONGEST_NOTE = 500;
const MOST_OF_CLASS = 200;
/** As many cards as one transaction makes. */
export const MOST_ISSUED = 500;
export const APPLICATION_STATES = ['applied', 'withdrawn', 'declined'] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];
const WINDOW_STATES = ['coming', 'open', 'closed', 'cancelled'] as const;

const GradesOrNone = (): PropertyDecorator => (target, key) => {
  const decorators = [
    ApiPropertyOptional({
      type: 'array',
      items: { type: 'integer', minimum: 1, maximum: 12 },
      minItems: 1,
      maxItems: 12,
      description: 'whose pupils may apply; the grades that are entitled to cards where left out',
    }),
    IsOptional(),
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(12),
    ArrayUnique(),
    IsInt({ each: true }),
    Min(1, { each: true }),
    Max(12, { each: true }),
  ];
  for (const decorate of decorators) decorate(target, key);
};

/** `POST /card-windows` */
export class WindowAsked {
  @SchoolAsked()
  schoolId?: string;

  @OneOf(WINDOW_KINDS, 'application: who wants a card applies; intake: freshmen and new teachers get one')
  kind!: WindowKind;

  @GradesOrNone()
  grades?: number[];

  @DayOrNone('first day; 15 September, of an intake 1 September, where left out')
  opensOn?: string | null;

  @DayOrNone('last day; a month later, of an intake two, where left out')
  closesOn?: string | null;

  @DayOrNone(
    'of an intake: teachers who became readers on this day or later are new; two months before it opens where left out',
  )
  enrolledSince?: string | null;

  @TextOrNull(LONGEST_NOTE, 'what the notice to class teachers says')
  note?: string | null;
}

/** `PATCH /card-windows/{id}` */
export class WindowChange {
  @DayOrNone('first day')
  opensOn?: string | null;

  @DayOrNone('last day')
  closesOn?: string | null;

  @TextOrNull(LONGEST_NOTE)
  note?: string | null;

  @ApiPropertyOptional({ description: 'true: the window is called off; false: it is not, after all' })
  @IsOptional()
  @IsBoolean()
  cancelled?: boolean;
}

/** `GET /card-windows` */
export class WindowsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @OneOfOrNone(WINDOW_KINDS)
  kind?: WindowKind;
}

/** `POST /card-windows/{id}/acknowledgements` */
export class AcknowledgementAsked {
  @IdAsked('whose teacher has seen the notice')
  classId!: string;
}

/** `POST /card-windows/{id}/confirmations` */
export class ConfirmationAsked {
  @IdAsked()
  classId!: string;

  @ApiPropertyOptional({ default: true, description: 'false takes it back' })
  @IsOptional()
  @IsBoolean()
  confirmed: boolean = true;
}

/** `GET /card-windows/{id}/newcomers` */
export class NewcomersAsked extends ListAsked {
  @IdOrNone('of this class; teachers are in none')
  classId?: string | null;

  @YesOfQuery('only who has no card yet')
  without?: boolean;
}

/** `POST /card-windows/{id}/issues` */
export class WindowIssueAsked {
  @IdOrNone('all newcomers of the class who have no card')
  classId?: string | null;

  @IdsOf(MOST_ISSUED, 0, 'or these newcomers')
  readerIds?: string[];
}

/** `POST /card-applications` */
export class ApplicationsAsked {
  @IdAsked()
  windowId!: string;

  @IdAsked()
  classId!: string;

  @IdsOf(MOST_OF_CLASS, 1, 'pupils of the class who want a card')
  readerIds!: string[];
}

/** `GET /card-applications` */
export class ApplicationsListAsked extends ListAsked {
  @IdAsked()
  windowId!: string;

  @IdAsked()
  classId!: string;

  @OneOfOrNone(APPLICATION_STATES)
  state?: ApplicationState;
}

/** `POST /card-applications/{id}/decision` */
export class DecisionAsked {
  @ApiProperty({ description: 'false takes a refusal back' })
  @IsBoolean()
  declined!: boolean;

  @Text(LONGEST_NOTE)
  why!: string;
}

/** Days in which cards are given. */
export class WindowView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ enum: WINDOW_KINDS }) kind!: WindowKind;
  @ApiProperty({ type: 'array', nullable: true, items: { type: 'integer' } }) grades!:
    readonly number[] | null;
  @ApiProperty(dayOrNull) enrolledSince!: string | null;
  @ApiProperty({ format: 'date' }) opensOn!: string;
  @ApiProperty({ format: 'date' }) closesOn!: string;
  @ApiProperty({ enum: WINDOW_STATES }) state!: WindowState;
  @ApiProperty(orNull) note!: string | null;
  @ApiProperty(dayOrNull) cancelledOn!: string | null;
  @ApiProperty({ format: 'date' }) createdOn!: string;
  @ApiProperty({ description: 'account or client' }) createdBy!: string;
  @ApiProperty(whole) version!: number;
}
export class WindowsPage {
  @ApiProperty({ type: [WindowView] }) items!: WindowView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** The notice of a window to the teacher of a class, and how far the class is. */
export class WindowClass {
  @ApiProperty({ format: 'uuid' }) classId!: string;
  @ApiProperty() className!: string;
  @ApiProperty(whole) pupils!: number;
  @ApiProperty(whole) withCard!: number;
  @ApiProperty(whole) applied!: number;
  @ApiProperty(whole) withdrawn!: number;
  @ApiProperty(whole) declined!: number;
  @ApiProperty({ ...dayOrNull, description: 'the teacher has seen the notice' }) acknowledgedOn!:
    string | null;
  @ApiProperty({ ...dayOrNull, description: 'the teacher says that the list is complete' })
  confirmedOn!: string | null;
}
export class WindowClassesPage {
  @ApiProperty({ type: [WindowClass] }) items!: WindowClass[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** Who is new in an intake. */
export class Newcomer {
  @ApiProperty({ format: 'uuid' }) readerId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: ['student', 'teacher', 'staff'] }) kind!: 'student' | 'teacher' | 'staff';
  @ApiProperty({ ...orNull, format: 'uuid' }) classId!: string | null;
  @ApiProperty(orNull) className!: string | null;
  @ApiProperty({ format: 'date' }) enrolledOn!: string;
  @ApiProperty({ description: 'whether the school gives cards to such a reader' }) entitled!: boolean;
  @ApiProperty(orNull) cardNumber!: string | null;
  @ApiProperty({ ...dayOrNull, description: 'day of the card; null: has none yet' }) issuedOn!: string | null;
}
export class NewcomersPage {
  @ApiProperty({ type: [Newcomer] }) items!: Newcomer[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class WindowIssued {
  @ApiProperty({ type: [CardView] }) items!: CardView[];
  @ApiProperty({ ...whole, description: 'who has a card meanwhile or is not entitled to one' })
  passedOver!: number;
}

export class ApplicationView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) readerId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: APPLICATION_STATES }) state!: ApplicationState;
  @ApiProperty(orNull) why!: string | null;
  @ApiProperty({ format: 'date' }) appliedOn!: string;
  @ApiProperty(dayOrNull) settledOn!: string | null;
  @ApiProperty(orNull) cardNumber!: string | null;
}
export class ApplicationsPage {
  @ApiProperty({ type: [ApplicationView] }) items!: ApplicationView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
/** How an application stands now. */
export class ApplicationSettled {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) readerId!: string;
  @ApiProperty({ enum: APPLICATION_STATES }) state!: ApplicationState;
}

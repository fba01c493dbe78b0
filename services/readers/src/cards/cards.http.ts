import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { READER_KINDS, type ReaderKind } from '@shulian/contracts/words';
import { ListAsked } from '@shulian/service-kit';
import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';
import {
  DayOrNone,
  IdAsked,
  IdsOf,
  SchoolAsked,
  shown,
  WholeOrNone,
  YesOfQuery,
} from '@shulian/service-kit/fields';
import type { Card } from './rules/card.js';

const { dayOrNull, orNull, whole } = shown;

export const CARD_STATUSES = ['active', 'lost', 'returned', 'left'] as const;
type CardStatus = (typeof CARD_STATUSES)[number];
/** Those of the largest class, several times. */
const MOST_CARDS = 500;

export class CardLossAsked {
  @ApiPropertyOptional({ default: false, description: 'give the reader a new card at once' })
  @IsOptional()
  @IsBoolean()
  replace?: boolean;

  @ApiPropertyOptional({
    maxLength: 40,
    description: 'number of the new card; else the next one of the school',
  })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  cardNumber?: string;
}

/** `POST /cards` */
export class CardAsked {
  @IdAsked('a reader without a card')
  readerId!: string;

  @ApiPropertyOptional({ maxLength: 40, description: 'else the next one of the school' })
  @IsOptional()
  @IsString()
  @MaxLength(80)
  cardNumber?: string;

  @DayOrNone('last day of a temporary card, today or later; left out: the card holds until it is blocked')
  validUntil?: string | null;
}

/** `POST /card-returns` */
export class CardReturnAsked {
  @IdsOf(MOST_CARDS, 1, 'cards that are handed in, all of them or none')
  cardIds!: string[];
}

/** `GET /card-returns` */
export class CardReturnsAsked extends ListAsked {
  @IdAsked('whose pupils')
  classId!: string;
}

/** `GET /card-return-classes` */
export class CardReturnClassesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @WholeOrNone(2000, 2100, 'first year of the school year; the one of today where left out')
  schoolYear?: number | null;

  @YesOfQuery('all classes, not only those whose last year it is')
  all?: boolean;
}

/** `GET /card-counts` */
export class CardCountsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}

export class CardView {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ format: 'uuid' })
  readerId!: string;
  @ApiProperty()
  number!: string;
  @ApiProperty({ enum: CARD_STATUSES })
  status!: CardStatus;
  @ApiProperty({ format: 'date' })
  issuedOn!: string;
  @ApiProperty({ type: 'string', format: 'date', nullable: true })
  blockedOn!: string | null;
  @ApiProperty({ ...dayOrNull, description: 'last day of a temporary card' })
  validUntil!: string | null;
  @ApiProperty({ ...orNull, format: 'uuid', description: 'the card whose place it took' })
  replaces!: string | null;
}
export class CardsOfReader {
  @ApiProperty({ type: [CardView], description: 'the newest first' }) items!: CardView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class CardsReturned {
  @ApiProperty({ type: [CardView] }) items!: CardView[];
}

export class CardLossView {
  @ApiProperty({ type: CardView })
  card!: CardView;
  @ApiProperty({ type: CardView, nullable: true })
  replacement!: CardView | null;
}

/** A pupil of a class with the newest card, for the list of who has handed it in. */
export class CardReturnLine {
  @ApiProperty({ format: 'uuid' }) readerId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ ...orNull, format: 'uuid' }) cardId!: string | null;
  @ApiProperty(orNull) number!: string | null;
  @ApiProperty({ ...orNull, enum: [...CARD_STATUSES, null] }) status!: CardStatus | null;
  @ApiProperty(dayOrNull) issuedOn!: string | null;
  @ApiProperty({ ...dayOrNull, description: 'handed in, lost' }) blockedOn!: string | null;
  @ApiProperty({ ...dayOrNull, description: 'left the school' }) leftOn!: string | null;
}
export class CardReturnsPage {
  @ApiProperty({ type: [CardReturnLine] }) items!: CardReturnLine[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** How far a class is with handing its cards in. */
export class CardReturnClass {
  @ApiProperty({ format: 'uuid' }) classId!: string;
  @ApiProperty() className!: string;
  @ApiProperty(whole) pupils!: number;
  @ApiProperty({ ...whole, description: 'still out' }) active!: number;
  @ApiProperty(whole) returned!: number;
  @ApiProperty(whole) lost!: number;
  @ApiProperty({ ...whole, description: 'never had one' }) without!: number;
}
export class CardReturnClassesPage {
  @ApiProperty({ type: [CardReturnClass] }) items!: CardReturnClass[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

const share = {
  type: 'number',
  nullable: true,
  description: 'active cards to a hundred enrolled; null: nobody',
} as const;

/** Active cards against enrolment, of pupils by grade and of the others by kind. */
export class CardCount {
  @ApiProperty({ enum: READER_KINDS }) kind!: ReaderKind;
  @ApiProperty({ type: 'integer', nullable: true, description: 'of pupils; null for those without a class' })
  grade!: number | null;
  @ApiProperty() entitled!: boolean;
  @ApiProperty(whole) enrolled!: number;
  @ApiProperty(whole) cards!: number;
  @ApiProperty({ ...whole, description: 'of the cards, temporary ones' }) temporary!: number;
  @ApiProperty(share) percent!: number | null;
}
export class CardCountsPage {
  @ApiProperty({ type: [CardCount] }) items!: CardCount[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** Active cards of a school against its enrolment. */
export class CardCountOfSchool {
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty() code!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ ...whole, description: 'pupils and staff who are here' }) enrolled!: number;
  @ApiProperty(whole) cards!: number;
  @ApiProperty(share) percent!: number | null;
}
export class CardCountsOfSchoolsPage {
  @ApiProperty({ type: [CardCountOfSchool] }) items!: CardCountOfSchool[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export const toCardView = ({
  id,
  readerId,
  number,
  state,
  issuedOn,
  validUntil,
  replaces,
}: Card): CardView => ({
  id,
  readerId,
  number,
  status: state.is,
  issuedOn,
  blockedOn: state.is === 'active' ? null : state.on,
  validUntil,
  replaces,
});

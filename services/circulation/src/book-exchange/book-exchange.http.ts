import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Id, ListAsked } from '@shulian/service-kit';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { BorrowerView } from '../desk/loan.http.js';
import { IdOrNone, SchoolAsked, Text, TextOrNull } from '@shulian/service-kit/fields';

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;
const MOST_TICKETS = 10;

export const EXCHANGE_STATES = ['offered', 'there', 'refused', 'taken', 'withdrawn'] as const;
export type ExchangeState = (typeof EXCHANGE_STATES)[number];

/** `POST /exchange-books` */
export class ExchangeBookAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiProperty({ format: 'uuid', description: 'the pupil who brings the book' })
  @Id()
  readerId!: string;

  @Text(limits.title)
  title!: string;

  @TextOrNull(limits.contributor)
  author?: string | null;
}

/** `POST /exchange-books/{id}/acceptance` */
export class AcceptanceAsked {
  @ApiProperty({
    ...whole,
    minimum: 1,
    maximum: MOST_TICKETS,
    description: 'what the giver gets, and the taker gives',
  })
  @IsInt()
  @Min(1)
  @Max(MOST_TICKETS)
  tickets!: number;
}

/** `POST /exchange-books/{id}/refusal` */
export class ExchangeRefusalAsked {
  @Text(limits.remark)
  why!: string;
}

/** `POST /exchange-books/{id}/taking` */
export class TakingAsked {
  @ApiProperty({ format: 'uuid', description: 'the pupil who takes it' })
  @Id()
  readerId!: string;
}

/** `GET /exchange-books` */
export class ExchangeBooksAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({ enum: EXCHANGE_STATES })
  @IsOptional()
  @IsIn(EXCHANGE_STATES)
  state?: ExchangeState;

  @IdOrNone('brought or taken by this pupil')
  readerId?: string;
}

export class ExchangeBookView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ type: () => BorrowerView, description: 'who brought it' }) giver!: BorrowerView;
  @ApiProperty({ format: 'uuid' }) readerId!: string;
  @ApiProperty() title!: string;
  @ApiProperty(orNull) author!: string | null;
  @ApiProperty({ enum: EXCHANGE_STATES }) state!: ExchangeState;
  @ApiProperty({ ...whole, nullable: true }) tickets!: number | null;
  @ApiProperty(orNull) why!: string | null;
  @ApiProperty({ format: 'date' }) offeredOn!: string;
  @ApiProperty({ type: () => BorrowerView, nullable: true }) taker!: BorrowerView | null;
  @ApiProperty({ ...orNull, format: 'date' }) takenOn!: string | null;
}
export class ExchangeBooksPage {
  @ApiProperty({ type: [ExchangeBookView] }) items!: ExchangeBookView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** What a pupil has. */
export class TicketsView {
  @ApiProperty({ format: 'uuid' }) readerId!: string;
  @ApiProperty({ ...whole, description: 'tickets for books to take' }) tickets!: number;
  @ApiProperty({ ...whole, description: 'books brought and accepted' }) brought!: number;
  @ApiProperty({ ...whole, description: 'books taken' }) taken!: number;
}

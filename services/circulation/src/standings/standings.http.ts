import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Id, Ids } from '@shulian/service-kit';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateBy,
  ValidateIf,
} from 'class-validator';
import { PRINTABLE } from '../desk/printable.http.js';
import { ReasonView } from '../desk/reason.http.js';

const MOST_READERS = 500;

/** A card, readers or a class: one of the three. */
const OnlyOne = (): PropertyDecorator =>
  ValidateBy({
    name: 'onlyOne',
    validator: {
      validate: (_, context) => {
        const { readerIds, cardNumber, classId } = context?.object as StandingsAsked;
        return [readerIds, cardNumber, classId].filter((input) => input !== undefined).length === 1;
      },
      defaultMessage: () => 'cardNumber, readerIds or classId, one of the three',
    },
  });

export class StandingsAsked {
  @ApiPropertyOptional({
    type: [String],
    format: 'uuid',
    minItems: 1,
    maxItems: MOST_READERS,
    description: 'reader ids, card number or class id, one of the three',
  })
  @ValidateIf(
    (input: StandingsAsked) =>
      input.readerIds !== undefined || (input.cardNumber === undefined && input.classId === undefined),
  )
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_READERS)
  @Ids()
  @OnlyOne()
  readerIds?: string[];

  @ApiPropertyOptional({ description: 'with the state of the card' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  @Matches(PRINTABLE)
  @OnlyOne()
  cardNumber?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'those who are in the class today' })
  @IsOptional()
  @Id()
  @OnlyOne()
  classId?: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'the school of the desk, with a card; may be left out by who works at one',
  })
  @IsOptional()
  @Id()
  schoolId?: string;
}

export class StandingView {
  @ApiProperty({ format: 'uuid' }) readonly readerId!: string;
  @ApiProperty({ type: 'integer', description: 'at home; what is read in the room counts apart' })
  readonly openLoans!: number;
  @ApiProperty({ type: 'integer', description: 'read in the room and not given back yet' })
  readonly inRoomLoans!: number;
  @ApiProperty({ type: 'integer' }) readonly overdueLoans!: number;
  @ApiProperty({ type: 'integer' }) readonly compensationsOwed!: number;
  @ApiProperty({ type: 'integer', description: '1: a note must be accepted before the next loan' })
  readonly notesOwed!: number;
  @ApiProperty({ type: 'integer', nullable: true, description: 'of open loans; null: no rule gives one' })
  readonly limit!: number | null;
  @ApiProperty({ description: 'whether a copy without anything against it would be lent now' })
  readonly mayBorrow!: boolean;
  @ApiProperty({ type: [ReasonView], description: 'as a checkout would say them' })
  readonly reasons!: ReasonView[];
}

export class StandingsView {
  @ApiProperty({ type: [StandingView], description: 'of the readers within reach, by id' })
  readonly items!: StandingView[];
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';
import type { Card } from './rules/card.js';

const statuses = ['active', 'lost', 'returned', 'left'] as const;

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

export class CardView {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ format: 'uuid' })
  readerId!: string;
  @ApiProperty()
  number!: string;
  @ApiProperty({ enum: statuses })
  status!: (typeof statuses)[number];
  @ApiProperty({ format: 'date' })
  issuedOn!: string;
  @ApiProperty({ type: 'string', format: 'date', nullable: true })
  blockedOn!: string | null;
}

export class CardLossView {
  @ApiProperty({ type: CardView })
  card!: CardView;
  @ApiProperty({ type: CardView, nullable: true })
  replacement!: CardView | null;
}

export const toCardView = ({ id, readerId, number, state, issuedOn }: Card): CardView => ({
  id,
  readerId,
  number,
  status: state.is,
  issuedOn,
  blockedOn: state.is === 'active' ? null : state.on,
});

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Id, ListAsked } from '@shulian/service-kit';
import { IsOptional } from 'class-validator';
import { DIFFERENCES, type BooksAndCopies } from './rules/reconciliation.js';

/** Of one school, or of all of them for who works for the county. */
export class HoldingsAsked extends ListAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'left out by the county: all schools' })
  @IsOptional()
  @Id()
  schoolId?: string;
}

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;
const fen = { type: 'integer', description: 'fen' } as const;

/** What a school holds, struck copies left out; without a school: the whole county, where a title counts once. */
export class HoldingsLine {
  @ApiProperty({ ...orNull, format: 'uuid', description: 'null: the whole county' })
  schoolId!: string | null;
  @ApiProperty({ ...orNull, description: 'null: the whole county' }) school!: string | null;
  @ApiProperty(whole) titles!: number;
  @ApiProperty(whole) volumes!: number;
  @ApiProperty({
    type: 'number',
    nullable: true,
    description: 'volumes a title, to 3 decimals; null without titles',
  })
  averageCopies!: number | null;
  @ApiProperty(fen) fen!: number;
  @ApiProperty({ ...whole, description: 'volumes without a price, which count as 0 fen' }) unpriced!: number;
  @ApiProperty({ type: 'integer', nullable: true, description: 'fen a volume with a price' })
  averageFen!: number | null;
}

/** The books of a school beside where its copies are. */
export class ReconciliationLine implements BooksAndCopies {
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty() school!: string;
  @ApiProperty({ ...whole, description: 'lines of the accession register' }) accessions!: number;
  @ApiProperty({ ...whole, description: 'lines of the withdrawal register' }) withdrawals!: number;
  @ApiProperty({ ...whole, description: 'volumes by the summary register' }) balance!: number;
  @ApiProperty({ ...whole, description: 'volumes by the classified ledger' }) classes!: number;
  @ApiProperty(fen) balanceFen!: number;
  @ApiProperty({ ...whole, description: 'copies that are not struck' }) copies!: number;
  @ApiProperty(fen) copiesFen!: number;
  @ApiProperty(whole) onShelf!: number;
  @ApiProperty(whole) readingRoom!: number;
  @ApiProperty(whole) processing!: number;
  @ApiProperty(whole) repair!: number;
  @ApiProperty(whole) missing!: number;
  @ApiProperty(whole) onLoan!: number;
  @ApiProperty(whole) holdShelf!: number;
  @ApiProperty(whole) inTransit!: number;
  @ApiProperty({ ...whole, description: 'declared lost by a reader, not struck yet' }) lost!: number;
  @ApiProperty({ ...whole, description: 'struck, and yet circulation has them out' })
  withdrawnButOut!: number;
  @ApiProperty({ enum: DIFFERENCES, isArray: true, description: 'what does not agree; empty: all does' })
  differing!: string[];
}

export class HoldingsPage {
  @ApiProperty({ type: [HoldingsLine] }) items!: HoldingsLine[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class ReconciliationPage {
  @ApiProperty({ type: [ReconciliationLine] }) items!: ReconciliationLine[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

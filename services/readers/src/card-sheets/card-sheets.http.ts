import { ApiPropertyOptional } from '@nestjs/swagger';
import { labelStocks, type LabelStockName } from '@shulian/documents';
import { IsBoolean, IsIn, IsInt, IsNumber, IsOptional, Max, Min } from 'class-validator';
import { IdOrNone, IdsOf, OneOf } from '@shulian/service-kit/fields';

/** Cards that are printed at once: those of the largest class. */
export const MOST_CARDS = 200;
export const SHEET_KINDS = ['card', 'label', 'class-roster'] as const;
const STOCKS = Object.keys(labelStocks);

/** `POST /reader-card-sheets`: of a class, of some readers, or of a batch that is being made. */
export class CardSheetsAsked {
  @OneOf(
    SHEET_KINDS,
    'card: cards of 85.6 × 54 mm on A4 to be cut; label: barcodes to stick on; class-roster: the names of a class with their barcodes, for children who carry no card',
  )
  kind!: (typeof SHEET_KINDS)[number];

  @IdOrNone('pupils of the class who have an active card')
  classId?: string | null;

  @IdsOf(MOST_CARDS, 0, 'readers of one school who have an active card')
  readerIds?: string[];

  @IdOrNone('a batch from its barcodes on, before its cards are entered, too')
  batchId?: string | null;

  @ApiPropertyOptional({
    enum: STOCKS,
    default: 'a4-24',
    description: 'of labels: a sheet by its number of labels; rosters have 21 places',
  })
  @IsOptional()
  @IsIn(STOCKS)
  stock: LabelStockName = 'a4-24';

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 65,
    default: 1,
    description: 'first place of the first sheet to print on, counted row by row',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(65)
  startAt: number = 1;

  @ApiPropertyOptional({ type: 'number', minimum: -10, maximum: 10, default: 0, description: 'mm right' })
  @IsOptional()
  @IsNumber()
  @Min(-10)
  @Max(10)
  shiftRight: number = 0;

  @ApiPropertyOptional({ type: 'number', minimum: -10, maximum: 10, default: 0, description: 'mm down' })
  @IsOptional()
  @IsNumber()
  @Min(-10)
  @Max(10)
  shiftDown: number = 0;

  @ApiPropertyOptional({ default: false, description: 'outlines of the labels, to try plain paper' })
  @IsOptional()
  @IsBoolean()
  outlines: boolean = false;
}

/** A card as it is printed. */
export type CardToPrint = {
  readonly readerId: string;
  readonly schoolId: string;
  readonly schoolName: string;
  readonly name: string;
  readonly kind: string;
  readonly number: string;
  readonly validUntil: string | null;
  readonly className: string | null;
};

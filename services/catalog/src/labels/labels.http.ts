import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { cardStocks, labelStocks, type CardStockName, type LabelStockName } from '@shulian/documents';
import { Id, Ids } from '@shulian/service-kit';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { LabelPaper } from './label-paper.http.js';

/** Copies that are printed at once. */
export const MOST_COPIES = 2_000;
const LAST_NUMBER = 2_147_483_647;

export const LABEL_KINDS = ['spine', 'barcode'] as const;
/** What a house standard may want below the call number. */
export const SPINE_MARKS = ['location', 'audience'] as const;
/** By what added entries are filed, beside the card of the title itself. */
export const ADDED_ENTRIES = ['title', 'author', 'subject', 'class'] as const;
export const CARD_KINDS = ['book-card', 'catalogue-card'] as const;

const NumberAsked =
  (description: string): PropertyDecorator =>
  (target, key) => {
    ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: LAST_NUMBER, description })(target, key);
    IsOptional()(target, key);
    IsInt()(target, key);
    Min(1)(target, key);
    Max(LAST_NUMBER)(target, key);
  };

/** Which copies of a school: named one by one, by a stretch of the register, or by the import that brought them. */
class CopiesToPrint {
  @ApiPropertyOptional({ format: 'uuid', description: 'may be left out by who works at one school' })
  @IsOptional()
  @Id()
  schoolId?: string;

  @ApiPropertyOptional({ type: [String], format: 'uuid', maxItems: MOST_COPIES })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_COPIES)
  @Ids()
  copyIds?: string[];

  @NumberAsked('first accession number')
  fromNumber?: number;

  @NumberAsked('last accession number')
  toNumber?: number;

  @ApiPropertyOptional({ description: 'id of the job that imported the copies' })
  @IsOptional()
  @Matches(/^catalog-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i)
  importId?: string;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 1_600,
    default: 1,
    description: 'first place of the first sheet to print on, counted row by row',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_600)
  startAt: number = 1;

  @ApiPropertyOptional({
    type: 'number',
    minimum: -10,
    maximum: 10,
    default: 0,
    description: 'mm to the right',
  })
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
}

/** `POST /label-sheets` */
export class LabelsAsked extends CopiesToPrint {
  @ApiProperty({ enum: LABEL_KINDS })
  @IsIn(LABEL_KINDS)
  kind!: (typeof LABEL_KINDS)[number];

  @ApiPropertyOptional({
    enum: Object.keys(labelStocks),
    default: 'a4-40',
    description: 'a sheet by its number of labels: 63.5 × 38.1, 70 × 37, 48.5 × 25.4, 38.1 × 21.2 mm',
  })
  @IsOptional()
  @IsIn(Object.keys(labelStocks))
  stock: LabelStockName = 'a4-40';

  @ApiPropertyOptional({ type: LabelPaper, description: 'instead of `stock`' })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => LabelPaper)
  paper?: LabelPaper;

  @ApiPropertyOptional({
    enum: SPINE_MARKS,
    isArray: true,
    description: 'below the call number on the spine: the place of the copy, and whom its title is for',
  })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(SPINE_MARKS, { each: true })
  marks: readonly (typeof SPINE_MARKS)[number][] = [];

  @ApiPropertyOptional({
    default: false,
    description: 'outlines of the labels, to try a sheet on plain paper',
  })
  @IsOptional()
  @IsBoolean()
  outlines: boolean = false;
}

/** `POST /card-sheets` */
export class CardsAsked extends CopiesToPrint {
  @ApiProperty({ enum: CARD_KINDS })
  @IsIn(CARD_KINDS)
  kind!: (typeof CARD_KINDS)[number];

  @ApiPropertyOptional({
    enum: Object.keys(cardStocks.upright),
    default: 'a4-4',
    description: 'four cards of 75 × 125 mm on A4 to be cut, or one by one',
  })
  @IsOptional()
  @IsIn(Object.keys(cardStocks.upright))
  stock: CardStockName = 'a4-4';

  @ApiPropertyOptional({
    enum: ADDED_ENTRIES,
    isArray: true,
    description: 'catalogue cards besides that of the title: one for each of its names, subjects and classes',
  })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(ADDED_ENTRIES, { each: true })
  addedEntries: readonly (typeof ADDED_ENTRIES)[number][] = [];
}

export type { CopiesToPrint };

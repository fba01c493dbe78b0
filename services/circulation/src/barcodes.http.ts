import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';

/** Copies that one document takes along. */
export const MOST_OF_BLOCK = 200;

/** Control signs spoil a list, and the database holds neither NUL nor half a surrogate pair. */
const PLAIN = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\p{Cs}]*$/u;

const eachIsBarcode = [
  IsString({ each: true }),
  MaxLength(limits.barcode, { each: true }),
  Matches(PLAIN, { each: true }),
  Matches(/\S/, { each: true }),
];
const barcodes = (description: string, least: number, most: number) =>
  ({
    type: 'array',
    items: { type: 'string', minLength: 1, maxLength: limits.barcode },
    minItems: least,
    maxItems: most,
    description,
  }) as const;

/** Scanned barcodes, one at least. */
export const Barcodes = (description: string, most = MOST_OF_BLOCK): PropertyDecorator =>
  applyDecorators(
    ApiProperty(barcodes(description, 1, most)),
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(most),
    ...eachIsBarcode,
  );

/** Scanned barcodes; none where left out. */
export const BarcodesOrNone = (description: string, most = MOST_OF_BLOCK): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional(barcodes(description, 0, most)),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(most),
    ...eachIsBarcode,
  );

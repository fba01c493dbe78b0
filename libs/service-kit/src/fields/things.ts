import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, IsOptional, ValidateNested } from 'class-validator';
import { described } from './described.js';

/** A list of things in a body, `least` of them at least. */
export const Things = (of: new () => object, most: number, least = 1): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: [of], minItems: least, maxItems: most }),
    IsArray(),
    ArrayMinSize(least),
    ArrayMaxSize(most),
    ValidateNested({ each: true }),
    Type(() => of),
  );

/** The same where it may be left out. */
export const ThingsOrNone = (of: new () => object, most: number, description?: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: [of], maxItems: most, ...described(description) }),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(most),
    ValidateNested({ each: true }),
    Type(() => of),
  );

/** A thing in a body that must be there; a list of things is none. */
export const Thing = (of: new () => object): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: of }),
    IsObject(),
    ValidateNested(),
    Type(() => of),
  );

/** The same where it may be left out. */
export const ThingOrNone = (of: new () => object, description?: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: of, ...described(description) }),
    IsOptional(),
    IsObject(),
    ValidateNested(),
    Type(() => of),
  );

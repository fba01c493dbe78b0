import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Id } from '@shulian/service-kit';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDateString,
  IsIn,
  IsOptional,
  Matches,
  ValidateNested,
} from 'class-validator';

const said = (description: string | undefined): { description?: string } =>
  description === undefined ? {} : { description };

/** The school that is meant; who works at one leaves it out. */
export const SchoolAsked = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ format: 'uuid', description: 'may be left out by who works at one school' }),
    IsOptional(),
    Id(),
  );

/** A day, in a body or a query; may be left out. */
export const DayOrNone = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'string', format: 'date', description }),
    IsOptional(),
    Matches(/^[1-9]\d{3}-\d\d-\d\d$/),
    IsDateString({ strict: true }),
  );

const CODE = /^[a-z][a-z0-9-]{0,39}$/;
const ofCode = { type: 'string', pattern: CODE.source, maxLength: 40, example: 'library-log' } as const;

/** A code that programs know a thing by. */
export const Code = (description?: string): PropertyDecorator =>
  applyDecorators(ApiProperty({ ...ofCode, ...said(description) }), Matches(CODE));
export const CodeOrNone = (description?: string): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ ...ofCode, ...said(description) }), IsOptional(), Matches(CODE));

/** Some of these words, each once; none where it is left out. */
export const SomeOf = (words: readonly string[], description?: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      type: 'array',
      items: { type: 'string', enum: [...words] },
      maxItems: words.length,
      default: [],
      ...said(description),
    }),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(words.length),
    ArrayUnique(),
    IsIn([...words], { each: true }),
  );

/** A list of things in a body, empty where it is left out. */
export const ThingsOrNone = (of: new () => object, most: number): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: [of], maxItems: most, default: [] }),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(most),
    ValidateNested({ each: true }),
    Type(() => of),
  );

/** Yes or no, in a body. */
export const YesOrNo = (otherwise: boolean, description?: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'boolean', default: otherwise, ...said(description) }),
    IsOptional(),
    IsBoolean(),
  );

/** Yes or no, in a query. */
export const YesOrNoAsked = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'boolean', description }),
    IsOptional(),
    Transform(({ value }: { value: unknown }) =>
      value === 'true' ? true : value === 'false' ? false : value,
    ),
    IsBoolean(),
  );

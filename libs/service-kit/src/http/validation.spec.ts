import { describe, expect, it } from '@jest/globals';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsOptional, IsString, Max, ValidateNested } from 'class-validator';
import { validationAtTheDoor } from './validation.js';

class Row {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  word?: string;
}

class Asked {
  @ApiProperty({ type: 'integer', maximum: 5 })
  @IsInt()
  @Max(5)
  count!: number;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  note?: string;

  @ApiPropertyOptional({ type: 'string', nullable: true })
  @IsOptional()
  @IsString()
  place?: string | null;

  @ApiPropertyOptional({ type: [Row] })
  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => Row)
  rows?: Row[];

  @ApiPropertyOptional({ enum: ['zh', 'en'] })
  @IsOptional()
  @IsIn(['zh', 'en'])
  language?: string;

  @ApiPropertyOptional({ enum: ['red', 'blue'], isArray: true })
  @IsOptional()
  @IsIn(['red', 'blue'], { each: true })
  colours?: string[];
}

const pipe = validationAtTheDoor();
const validated = async (body: unknown): Promise<unknown> =>
  pipe.transform(body, { type: 'body', metatype: Asked });
const placesOf = async (body: unknown): Promise<unknown> =>
  validated(body).then(
    () => 'taken',
    (error: { extras?: { errors?: unknown } }) => error.extras?.errors,
  );

describe('a body at the door', () => {
  it.each([
    [4, 'taken'],
    [5, 'taken'],
    [6, [{ pointer: '/count', code: 'max' }]],
  ])('with a limit of 5 and %i is taken or refused with its place', async (count, answer) => {
    expect(await placesOf({ count })).toEqual(answer);
  });

  it('may be null where the OpenAPI document says so, and nowhere else', async () => {
    expect(await validated({ count: 1, place: null })).toMatchObject({ place: null });
    expect(await placesOf({ count: 1, note: null })).toEqual([{ pointer: '/note', code: 'is-not-null' }]);
    expect(await placesOf({ count: 1, rows: [{ word: 'x' }, { word: null }] })).toEqual([
      { pointer: '/rows/1/word', code: 'is-not-null' },
    ]);
  });

  it('holds objects where objects belong, not lists', async () => {
    expect(await placesOf({ count: 1, rows: [[]] })).toEqual([{ pointer: '/rows/0', code: 'is-object' }]);
    expect(await placesOf({ count: 1, rows: [null] })).toEqual([{ pointer: '/rows/0', code: 'is-object' }]);
    expect(await placesOf({ count: 1, rows: [] })).toBe('taken');
  });

  it('says which words fit where another stands, in a list, too', async () => {
    expect(await placesOf({ count: 1, language: 'fr', colours: ['green'] })).toEqual([
      { pointer: '/language', code: 'is-in', allowed: ['zh', 'en'] },
      { pointer: '/colours', code: 'is-in', allowed: ['red', 'blue'] },
    ]);
  });

  it('has no field that nobody knows', async () => {
    expect(await placesOf({ count: 1, other: 1 })).toEqual([
      { pointer: '/other', code: 'whitelist-validation' },
    ]);
  });
});

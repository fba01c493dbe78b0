import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import {
  Asked,
  Code,
  Day,
  DayOrNull,
  DistinctTexts,
  Grades,
  IdsOf,
  Line,
  LineOrNull,
  OneOf,
  SomeOf,
  Text,
  Thing,
  Things,
  TimeOfDay,
  WebAddress,
  Weekdays,
  Whole,
  WholeOrNone,
  YesOfQuery,
} from './index.js';

class Inner {
  @Whole(1, 3) number!: number;
}

class Form {
  @Text(3) text?: unknown;
  @Line(3) line?: unknown;
  @LineOrNull(3) lineOrNull?: unknown;
  @DistinctTexts(3, 2) texts?: unknown;
  @Asked(3) asked?: unknown;
  @Code() code?: unknown;
  @WebAddress('where') address?: unknown;
  @Whole(0, 5) whole?: unknown;
  @WholeOrNone(0, 5) wholeOrNone?: unknown;
  @Grades() grades?: unknown;
  @Weekdays() weekdays?: unknown;
  @Day() day?: unknown;
  @DayOrNull() dayOrNull?: unknown;
  @TimeOfDay('when') time?: unknown;
  @OneOf(['a', 'b']) word?: unknown;
  @SomeOf(['a', 'b']) words?: unknown;
  @YesOfQuery('whether') yes?: unknown;
  @IdsOf(2) ids?: unknown;
  @Things(Inner, 2) things?: unknown;
  @Thing(Inner) thing?: unknown;
}

const read = (body: object): Form => plainToInstance(Form, body);
const refuses = (field: keyof Form, value: unknown): boolean =>
  validateSync(read({ [field]: value })).some((error) => error.property === field);

const ID = '0190a3c5-0000-7000-8000-000000000001';
const OTHER = '0190a3c5-0000-7000-8000-000000000002';

describe('a field of a body', () => {
  it.each<[keyof Form, unknown[], unknown[]]>([
    [
      'text',
      ['a', 'abc', ' abc ', 'a\nb'],
      ['', '  ', 'abcd', 'a\u0000', '\ud800', 5, null, undefined, ['a']],
    ],
    ['line', ['a', 'abc'], ['', 'abcd', 'a\nb', 'a\u0085', '\ud800', null, undefined]],
    ['lineOrNull', ['abc', null, undefined], ['', 'abcd', 'a\nb', 5]],
    ['texts', [[], ['a', 'b'], undefined], [['a', 'a'], ['a', 'b', 'c'], ['abcd'], [''], 'a', ['\u0000']]],
    ['asked', ['abc', '', undefined], ['abcd', ['a'], { a: 1 }]],
    ['code', ['a', 'a'.repeat(40)], ['', 'A', '1a', 'a'.repeat(41), null]],
    [
      'address',
      ['https://example.org/a', null],
      ['http://example.org', 'https://u:p@example.org', 'https://a b.org'],
    ],
    ['whole', [0, 5], [-1, 6, 1.5, '1', null, undefined, Number.NaN]],
    ['wholeOrNone', [0, '5', undefined], [-1, '6', 'x', '1.5']],
    ['grades', [[1, 12], [], undefined], [[0], [13], [1, 1], ['1'], 1]],
    ['weekdays', [[1], [7, 1]], [[], [0], [8], [1, 1], undefined]],
    [
      'day',
      ['2026-02-28', '2028-02-29'],
      ['2026-02-29', '2026-2-1', '0999-01-01', '2026-02-28T00:00', 20260228, null],
    ],
    ['dayOrNull', ['2026-01-01', null, undefined], ['', '2026-13-01']],
    ['time', ['00:00', '23:59'], ['24:00', '7:00', '12:60', null]],
    ['word', ['a', 'b'], ['c', '', null, ['a']]],
    ['words', [['a'], ['b', 'a'], undefined], [['a', 'a'], ['c'], 'a']],
    ['yes', ['true', 'false', undefined], ['yes', '1', '']],
    [
      'ids',
      [[ID], [ID, OTHER]],
      [[], [ID, ID], [ID, OTHER, '0190a3c5-0000-7000-8000-000000000003'], ['x'], ID, undefined],
    ],
    ['things', [[{ number: 1 }]], [[], [{ number: 4 }], [{}, {}, {}], { number: 1 }, undefined]],
    ['thing', [{ number: 3 }], [[{ number: 3 }], { number: 0 }, null, 'x', undefined]],
  ])('%s takes what it may be and refuses the rest', (field, good, bad) => {
    expect(good.filter((value) => refuses(field, value))).toEqual([]);
    expect(bad.filter((value) => !refuses(field, value))).toEqual([]);
  });

  it('keeps texts trimmed and in one normal form, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (typed) => {
        const { text } = read({ text: typed });
        expect(text).toBe(typed.normalize('NFC').trim());
      }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LONGEST_ROOM, LONGEST_TEXT, MOST_PEOPLE, readValues } from './entry-values.js';
import type { Form } from './form.js';
import { choice, choices, number, orNot, readers, room, shipped, text, yesNo } from './form-pieces.js';

const formOf = (...fields: Form['fields']): Form => shipped(['a', '甲', 'A'], {}, fields).form;
const faultOf = (form: Form, value: unknown): string | undefined =>
  readValues(form, { a: value }).faults[0]?.code;
const id = (n: number): string => `01940000-0000-7000-8000-${String(n).padStart(12, '0')}`;

describe('the values of an entry', () => {
  it('hold texts, rooms and people up to their limits', () => {
    const limits = [
      [formOf(text('a', '甲', 'A')), (n: number) => '字'.repeat(n), LONGEST_TEXT],
      [formOf(room('a', '甲', 'A')), (n: number) => '室'.repeat(n), LONGEST_ROOM],
      [
        formOf(readers('a', '甲', 'A')),
        (n: number) => Array.from({ length: n }, (_, at) => id(at)),
        MOST_PEOPLE,
      ],
    ] as const;
    for (const [form, valueOf, most] of limits) {
      expect([faultOf(form, valueOf(most - 1)), faultOf(form, valueOf(most))]).toEqual([
        undefined,
        undefined,
      ]);
      expect(faultOf(form, valueOf(most + 1))).toMatch(/^too-/);
    }
  });

  it('are of their types, and nothing else is let in', () => {
    const form = formOf(
      orNot(text('text', '甲', 'A')),
      orNot(number('number', '乙', 'B', { min: 1, max: 10, decimals: 1 })),
      orNot(yesNo('yes', '丙', 'C')),
      orNot(choice('choice', '丁', 'D', [['one', '一', 'One']])),
      orNot(choices('choices', '戊', 'E', [['one', '一', 'One'], ['two', '二', 'Two']])),
    ); // prettier-ignore
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), fc.anything(), (more, value) => {
        const sent = { ...more, text: value, number: value, yes: value, choice: value, choices: value };
        const { said } = readValues(form, sent);
        for (const key of Object.keys(said))
          expect(form.fields.some((field) => field.key === key)).toBe(true);
        expect(['string', 'undefined']).toContain(typeof said['text']);
        expect(['boolean', 'undefined']).toContain(typeof said['yes']);
        const n = said['number'] ?? 1;
        expect(typeof n === 'number' && n >= 1 && n <= 10).toBe(true);
      }),
    );
  });

  it('say what is missing, twice or too fine', () => {
    const fine = formOf(number('a', '甲', 'A', { decimals: 1 }));
    expect([0.1, 0.3, 1.05, NaN].map((value) => faultOf(fine, value))).toEqual([
      undefined,
      undefined,
      'too-many-decimals',
      'not-a-number',
    ]);
    const several = formOf(choices('a', '甲', 'A', [['one', '一', 'One'], ['two', '二', 'Two']])); // prettier-ignore
    expect([[], ['one', 'one'], ['three'], ['two', 'one']].map((value) => faultOf(several, value))).toEqual([
      'missing',
      'not-unique',
      'not-a-choice',
      undefined,
    ]);
    expect(faultOf(formOf(text('a', '甲', 'A')), ' ')).toBe('missing');
    expect(faultOf(formOf(text('a', '甲', 'A')), 'a\u0000b')).toBe('control-characters');
    expect(
      readValues(
        formOf(text('a', '甲', 'A')),
        JSON.parse('{"__proto__": 1, "a": "b"}') as Record<string, unknown>,
      ).faults,
    ).toEqual([{ pointer: '/values', code: 'not-asked-for' }]);
  });
});

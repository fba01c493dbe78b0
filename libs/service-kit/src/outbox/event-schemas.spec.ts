import { describe, expect, it } from '@jest/globals';
import { EventSchemas } from './event-schemas.js';

const schemas = new EventSchemas([
  {
    type: 'shulian.counting.word.written.v1',
    topic: { name: 'shulian.counting.word', partitions: 1 },
    data: {
      type: 'object',
      required: ['word'],
      properties: {
        word: { anyOf: [{ type: 'string', maxLength: 3 }, { type: 'null' }] },
        others: { type: 'array', maxItems: 2, items: { type: 'string', maxLength: 3 } },
      },
    },
  },
]);
const announced = (data: unknown) => () => schemas.checkNew('shulian.counting.word.written.v1', data);
const come = (data: unknown) => () => schemas.check('shulian.counting.word.written.v1', data);

describe('the schemas of events', () => {
  it.each([
    [{ word: '书书' }],
    [{ word: '书书书' }],
    [{ word: '😀😀😀' }],
    [{ word: null, others: [] }],
    [{ word: 'x', others: ['abc', 'abc'] }],
  ])('let %j be announced', (data) => {
    expect(announced(data)).not.toThrow();
  });

  it.each([
    [{ word: '书书书书' }, ['/word']],
    [{ word: 'x', others: ['a', 'b', 'c'] }, ['/others']],
    [{ word: null, others: ['a', 'abcd'] }, ['/others/1']],
  ])('refuse to have %j announced, and say where it is too long', (data, places) => {
    let thrown: unknown;
    try {
      announced(data)();
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ status: 422, code: 'request.too-long' });
    const { errors } = (thrown as { extras: { errors: { pointer: string }[] } }).extras;
    expect(errors.map(({ pointer }) => pointer)).toEqual(places);
  });

  it('let what is too long be digested: it was announced before there was a length', () => {
    expect(come({ word: 'much longer', others: ['a', 'b', 'c', 'defg'] })).not.toThrow();
  });

  it('take another form for a bug of ours, also where something is too long', () => {
    for (const check of [announced, come]) {
      expect(check({ word: 7 })).toThrow('does not match its schema');
      expect(check({ others: ['much longer'] })).toThrow('does not match its schema');
    }
  });
});

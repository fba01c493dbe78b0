import { describe, expect, it } from '@jest/globals';
import { tellingLogKeys, tellingParameters, tellingProperties, tells } from './personal-fields.mjs';

describe('a field that says who somebody is', () => {
  it.each([
    'cardNumber',
    'card_number',
    'readerName',
    'student-number',
    'birthDate',
    'guardianPhone',
    'email',
  ])('is %s', (name) => expect(tells(name)).toBe(true));
  it.each([
    'readerId',
    'cardId',
    'cardKey',
    'classId',
    'grade',
    'callNumber',
    'accessionNumber',
    'readerKind',
  ])('is not %s', (name) => expect(tells(name)).toBe(false));

  it('is found in an event however deep, and a name of a school is none', () => {
    const schema = {
      properties: { data: { type: 'object', properties: { readerId: {}, name: {} } } },
    };
    expect(tellingProperties(schema, 'shulian.readers.reader.enrolled.v1')).toEqual([
      'shulian.readers.reader.enrolled.v1 /data/name',
    ]);
    expect(tellingProperties(schema, 'shulian.readers.school.opened.v1')).toEqual([]);
    const inChoice = { anyOf: [{ properties: { cardNumber: {} } }] };
    expect(tellingProperties(inChoice, 'shulian.readers.school.opened.v1')).toHaveLength(1);
  });

  it('is found in a path and a query, and may stand in a header', () => {
    const parameters = [
      { in: 'query', name: 'cardNumber' },
      { in: 'path', name: 'student_number' },
      { in: 'query', name: 'readerId' },
      { in: 'header', name: 'authorization-token' },
    ];
    expect(tellingParameters({ paths: { '/a': { get: { parameters } } } }, 'readers')).toEqual([
      'readers query cardNumber',
      'readers path student_number',
    ]);
  });

  it('is found among the keys of a log line, written out or short', () => {
    const source = `
      this.log.info({ useCase: 'x', name, facts: { cardNumber: a.b } }, 'name of nobody');
      log.warn({ err, readerId: reader.name }, 'text');
      log.error('name');`;
    expect(tellingLogKeys(source, 'a.ts')).toEqual(['a.ts logs name', 'a.ts logs cardNumber']);
  });
});

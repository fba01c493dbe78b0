import { describe, expect, it } from '@jest/globals';
import { changesBetween, readIssn, readPostalCode, readScan } from './serial.js';

describe('an ISSN', () => {
  it('is read with or without its hyphen, and refused with another check digit', () => {
    expect(readIssn('1005-4324')).toBe('1005-4324');
    expect(readIssn('ISSN 10054324')).toBe('1005-4324');
    expect(readIssn('００００－００６x')).toBe('0000-006X');
    expect(readIssn('1005-4323')).toBeNull();
    expect(readIssn('1005-432')).toBeNull();
  });
});

describe('a postal code', () => {
  it('is a district and a number', () => {
    expect(readPostalCode('82－490')).toBe('82-490');
    expect(readPostalCode(' 1—1 ')).toBe('1-1');
    expect(readPostalCode('D1123')).toBe('D1123');
    expect(readPostalCode('邮发')).toBeNull();
    expect(readPostalCode('82-123456')).toBeNull();
    expect(readPostalCode('82-12345')).toBe('82-12345');
  });
});

describe('what a scanner read', () => {
  it('is the ISSN in a bar code, with the number that the add-on says', () => {
    expect(readScan('977100543200607')).toEqual({ issn: '1005-4324', postalCode: null, number: 7 });
    expect(readScan('9771005432006')).toEqual({ issn: '1005-4324', postalCode: null, number: null });
    expect(readScan('977100543200600012')).toMatchObject({ number: 12 });
    expect(readScan('82-490')).toEqual({ issn: null, postalCode: '82-490', number: null });
    expect(readScan('1005-4324')).toMatchObject({ issn: '1005-4324' });
  });
});

describe('a change of a serial', () => {
  it('names the fields that are different, and nothing when none is', () => {
    const before = { title: '小星星', priceFen: 9_600, coreSubjects: ['语文'] };
    expect(changesBetween(before, { ...before, coreSubjects: ['语文'] })).toEqual([]);
    expect(changesBetween(before, { ...before, title: '小星星作文', priceFen: 12_000 })).toEqual([
      { field: 'title', before: '小星星', after: '小星星作文' },
      { field: 'priceFen', before: 9_600, after: 12_000 },
    ]);
  });
});

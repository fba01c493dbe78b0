import { describe, expect, it } from '@jest/globals';
import { cnmarcFile } from './cnmarc-file.js';
import { lendingHistory } from './lending-history.js';
import { classesOf, sampleCopies, sampleReaders, sampleSchools } from './sample-county.js';
import { lendingDays, schoolYearOf, termToTell, weekdayOf } from './school-year.js';
import { seededChance } from './seeded-chance.js';
import { sampleWorks } from './works.js';

const countyOn = (today: string) => {
  const chance = seededChance(7);
  const works = sampleWorks();
  const readers = sampleReaders(today, chance);
  const county = new Map(
    sampleSchools.map((school) => [
      school,
      { readers: readers.get(school) ?? [], copies: sampleCopies(school, works, chance) },
    ]),
  );
  const term = termToTell(today);
  return { county, term, history: lendingHistory(county, lendingDays(term, today), term, today, chance) };
};

describe('the sample county', () => {
  const { county, history } = countyOn('2026-11-22');

  it('has a school of every kind, 42 classes, 2,000 readers with different names and cards, 6,000 copies', () => {
    const readers = [...county.values()].flatMap((school) => school.readers);
    const barcodes = [...county.values()].flatMap(({ copies }) => copies.flatMap((each) => each.barcodes));
    expect(new Set(sampleSchools.map(({ kind }) => kind)).size).toBe(6);
    expect(sampleSchools.flatMap((school) => classesOf(school, '2026-11-22'))).toHaveLength(42);
    expect(readers).toHaveLength(2000);
    expect(new Set(readers.map(({ name }) => name)).size).toBe(2000);
    expect(new Set(readers.map(({ cardNumber }) => cardNumber)).size).toBe(2000);
    expect(new Set(barcodes).size).toBe(6000);
  });

  it('is the same county for the same seed', () => {
    expect(countyOn('2026-11-22').history).toEqual(history);
  });

  it('names every work with its author and class, and no work twice', () => {
    const works = sampleWorks();
    expect(
      works.filter(({ title, authors, clc, sections }) => !title || !authors[0] || !clc || !sections[0]),
    ).toEqual([]);
    expect(new Set(works.map(({ title, authors }) => `${title}/${authors.join()}`)).size).toBe(works.length);
  });

  it.each(['2026-11-22', '2026-09-03', '2027-02-25', '2027-03-25', '2027-08-01'])(
    'lends on %s what is on the shelf, to nobody more than the county allows, and lets nothing be returned twice',
    (today) => {
      const out = new Map<string, string>();
      for (const day of countyOn(today).history) {
        expect(day.day < today).toBe(true);
        for (const { barcode } of day.returns) expect(out.delete(barcode)).toBe(true);
        for (const { barcode } of day.renewals) expect(out.has(barcode)).toBe(true);
        for (const { barcode, cardNumber } of day.checkouts) {
          expect(out.has(barcode)).toBe(false);
          out.set(barcode, cardNumber);
        }
        const open = new Map<string, number>();
        for (const card of out.values()) open.set(card, (open.get(card) ?? 0) + 1);
        expect(Math.max(0, ...open.values())).toBeLessThan(9);
      }
    },
  );

  it('tells a term of a few thousand loans', () => {
    expect(history.reduce((sum, { checkouts }) => sum + checkouts.length, 0)).toBeGreaterThan(2000);
  });
});

describe('the school year', () => {
  it('turns on 1 September', () => {
    expect([schoolYearOf('2026-08-31'), schoolYearOf('2026-09-01')]).toEqual([2025, 2026]);
  });

  it('tells the second term from its 29th day on', () => {
    expect(termToTell('2027-03-19').startsOn).toBe('2026-09-01');
    expect(termToTell('2027-03-20').startsOn).toBe('2027-02-20');
  });

  it('numbers the days of the week from Monday', () => {
    expect([weekdayOf('2026-11-22'), weekdayOf('2026-11-23')]).toEqual([7, 1]);
  });
});

describe('the CNMARC file', () => {
  it('states lengths and places in bytes that fit', () => {
    const works = sampleWorks().slice(0, 3);
    const file = cnmarcFile(
      works.map((work) => ({ work, barcodes: ['A1', 'A2'], priceFen: 1250 })),
      '书库',
    );
    let records = 0;
    for (let at = 0; at < file.length; records += 1) {
      const length = Number(file.subarray(at, at + 5).toString());
      const record = file.subarray(at, at + length);
      const base = Number(record.subarray(12, 17).toString());
      expect(record.at(-1)).toBe(0x1d);
      for (let entry = 24; entry < base - 1; entry += 12) {
        const [size, place] = [
          record.subarray(entry + 3, entry + 7),
          record.subarray(entry + 7, entry + 12),
        ].map(Number);
        expect(record[base + (place ?? 0) + (size ?? 0) - 1]).toBe(0x1e);
      }
      expect(record.toString()).toContain(works[records]?.title);
      at += length;
    }
    expect(records).toBe(3);
  });
});

import { readFileSync } from 'node:fs';
import { cnmarcFile } from '../sample/cnmarc-file.js';
import { rosterFile } from '../sample/roster-file.js';
import { inventedNames, type SampleReader } from '../sample/sample-county.js';
import { sampleWorks } from '../sample/works.js';

const folder = new URL('../../sample/', import.meta.url);

/** The files a visitor can also open: what the tour imports is what lies in `deploy/sample`. */
export const tourFiles = {
  catalogue: { name: 'tour-cnmarc.iso', read: () => readFileSync(new URL('tour-cnmarc.iso', folder)) },
  roster: { name: 'tour-roster.csv', read: () => readFileSync(new URL('tour-roster.csv', folder)) },
};

/** 40 works for pupils, three copies each, barcodes T0001 to T0120. */
export const tourWorks = sampleWorks()
  .filter(({ sections, readingRoomOnly }) => sections.includes('p') && !readingRoomOnly)
  .slice(0, 40)
  .map((work, at) => ({
    work,
    barcodes: [1, 2, 3].map((copy) => `T${String(at * 3 + copy).padStart(4, '0')}`),
    priceFen: 1800 + at * 50,
  }));

const schoolClass = { section: 'p', grade: 3, entryYear: 0, classNo: 1 } as const;

/** A class of 45 and two teachers, all with invented names. */
export const tourReaders: readonly SampleReader[] = inventedNames.slice(0, 47).map((name, at) => ({
  name,
  cardNumber: `TR${String(at + 1).padStart(3, '0')}`,
  kind: at < 45 ? 'student' : 'teacher',
  schoolClass: at < 45 ? schoolClass : null,
}));

/** What the two files must hold; a test keeps them to it. */
export const generated = {
  catalogue: (): Buffer => cnmarcFile(tourWorks, '书库'),
  roster: (): Buffer => rosterFile(tourReaders),
};

/** Milliseconds within which a fact must have reached everybody who needs it. */
export const soonMs = 30_000;
export const pupil = (number: number): string => tourReaders[number - 1]?.cardNumber ?? '';
export const barcodeOf = (work: number, copy: number): string =>
  tourWorks[work - 1]?.barcodes[copy - 1] ?? '';
export const copiesInFile = tourWorks.reduce((sum, { barcodes }) => sum + barcodes.length, 0);

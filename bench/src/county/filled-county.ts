import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

import { cnmarcFile } from './cnmarc-file.js';
import type { OwnCounty } from './own-county.js';
import { PublicApi } from './public-api.js';

export type Filled = {
  readonly schoolId: string;
  readonly librarian: PublicApi;
  readonly barcodes: readonly string[];
  readonly cardNumbers: readonly string[];
};

const GRADES = ['一年级', '二年级', '三年级', '四年级', '五年级', '六年级'];
const CLASSES_PER_GRADE = 7;
const COPIES_PER_TITLE = 3;
const KNOWN_LIMIT_MS = 120_000;

export const barcodeOf = (number: number): string => `BN${String(number + 1).padStart(6, '0')}`;
export const cardNumberOf = (number: number): string => `BNR${String(number + 1).padStart(6, '0')}`;

const schoolYear = (today: Date): number => today.getUTCFullYear() - (today.getUTCMonth() < 8 ? 1 : 0);

/** Names that nobody has; two of them alike would be one reader to a roster. */
const rosterOf = (readers: number): Buffer => {
  const lines = Array.from({ length: readers }, (_, number) => {
    const grade = GRADES[number % GRADES.length] ?? '';
    const classNo = (Math.floor(number / GRADES.length) % CLASSES_PER_GRADE) + 1;
    return `测量${number + 1},学生,${grade},${classNo},${cardNumberOf(number)}`;
  });
  return Buffer.from(`\ufeff${['姓名,读者类型,年级,班级,借书证号', ...lines].join('\r\n')}\r\n`);
};

const titlesOf = (copies: number): { number: number; barcodes: string[] }[] =>
  Array.from({ length: Math.ceil(copies / COPIES_PER_TITLE) }, (_, title) => ({
    number: title + 1,
    barcodes: Array.from({ length: COPIES_PER_TITLE }, (_each, copy) => title * COPIES_PER_TITLE + copy)
      .filter((number) => number < copies)
      .map(barcodeOf),
  }));

/** Waits until circulation has heard of everything that was imported. */
const known = async (ownerUrl: string, copies: number, readers: number): Promise<void> => {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    for (const deadline = Date.now() + KNOWN_LIMIT_MS; ; await sleep(200)) {
      const { rows } = await client.query<{ copies: number; cards: number }>(
        `select (select count(*)::int from circulation.known_copy) as copies,
                (select count(*)::int from circulation.known_card) as cards`,
      );
      const [seen] = rows;
      if (seen !== undefined && seen.copies >= copies && seen.cards >= readers) return;
      if (Date.now() > deadline) throw new Error(`circulation knows only ${JSON.stringify(seen)}`);
    }
  } finally {
    await client.end();
  }
};

/**
 * One primary school with classes, readers and copies, made through the public API alone: school, terms and classes
 * one by one, readers by a roster import, titles and copies by a catalogue import.
 */
export const fillCounty = async (
  county: OwnCounty,
  { copies, readers }: { readonly copies: number; readonly readers: number },
): Promise<Filled> => {
  const admin = new PublicApi(county.url, 'admin', county.adminPassword);
  const school = await admin.post<{ id: string }>('/api/v1/schools', {
    code: 'BN-01',
    name: '测量小学',
    kind: 'primary',
  });
  const year = schoolYear(new Date());
  for (const term of [
    { name: '第一学期', startsOn: `${year}-09-01`, endsOn: `${year + 1}-01-31` },
    { name: '第二学期', startsOn: `${year + 1}-02-20`, endsOn: `${year + 1}-07-10` },
  ])
    await admin.post(`/api/v1/schools/${school.id}/terms`, term);
  for (const [grade] of GRADES.entries())
    for (let classNo = 1; classNo <= CLASSES_PER_GRADE; classNo += 1)
      await admin.post('/api/v1/classes', {
        schoolId: school.id,
        section: 'primary',
        entryYear: year - grade,
        classNo,
      });
  const password = randomBytes(12).toString('base64url');
  await admin.post('/api/v1/accounts', {
    username: 'bench-librarian',
    password,
    grants: [{ role: 'librarian', schoolId: school.id }],
  });
  const librarian = new PublicApi(county.url, 'bench-librarian', password);
  const fields = { schoolId: school.id, dryRun: 'false' };
  await librarian.import('/api/v1/roster-imports', 'readers.csv', rosterOf(readers), {
    ...fields,
    format: 'csv',
  });
  await librarian.import('/api/v1/catalog-imports', 'copies.iso', cnmarcFile(titlesOf(copies)), {
    ...fields,
    format: 'cnmarc',
  });
  await known(county.ownerUrl, copies, readers);
  return {
    schoolId: school.id,
    librarian,
    barcodes: Array.from({ length: copies }, (_, number) => barcodeOf(number)),
    cardNumbers: Array.from({ length: readers }, (_, number) => cardNumberOf(number)),
  };
};

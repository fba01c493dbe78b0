import { randomBytes } from 'node:crypto';
import { cnmarcFile } from './cnmarc-file.js';
import { PublicApi, until } from './public-api.js';
import { rosterFile } from './roster-file.js';
import {
  classesOf,
  nameOfSection,
  sampleSchools,
  type SampleCopies,
  type SampleReader,
  type SampleSchool,
} from './sample-county.js';
import { schoolYearOf, termsOf, type Day } from './school-year.js';

/** A way in for a person who tries the sample; `role` as in the access matrix, `school` empty for the county. */
export type SampleSignIn = {
  readonly username: string;
  readonly password: string;
  readonly role: 'county-viewer' | 'librarian' | 'teacher';
  readonly school: string | null;
};

export type SampleStep = 'schools' | 'catalogue' | 'readers' | 'lending';

export type County = ReadonlyMap<
  SampleSchool,
  { readonly readers: readonly SampleReader[]; readonly copies: readonly SampleCopies[] }
>;
export type OpenedSchool = { readonly id: string; readonly librarian: PublicApi };
export type Opened = {
  readonly schools: ReadonlyMap<SampleSchool, OpenedSchool>;
  readonly signIns: readonly SampleSignIn[];
  readonly classes: number;
  readonly admin: PublicApi;
};
export type SampleProgress = (step: SampleStep, done: number, total: number) => void;

const newPassword = (): string => randomBytes(9).toString('base64url');

export async function openSchools(admin: PublicApi, today: Day, progress: SampleProgress): Promise<Opened> {
  const schools = new Map<SampleSchool, OpenedSchool>();
  const signIns: SampleSignIn[] = [];
  let classes = 0;
  const account = async (
    username: string,
    role: SampleSignIn['role'],
    place: { school: SampleSchool; id: string } | null,
    classId?: string,
  ) => {
    const password = newPassword();
    const grant = { role, ...(place ? { schoolId: place.id } : {}), ...(classId ? { classId } : {}) };
    await admin.post('/api/v1/accounts', { username, password, grants: [grant] });
    signIns.push({ username, password, role, school: place?.school.name ?? null });
    return { username, password };
  };
  await account('county', 'county-viewer', null);
  for (const school of sampleSchools) {
    const { code, name, kind, prefix } = school;
    const { id } = await admin.post<{ id: string }>('/api/v1/schools', { code, name, kind });
    for (const term of [schoolYearOf(today) - 1, schoolYearOf(today)].flatMap(termsOf))
      await admin.post(`/api/v1/schools/${id}/terms`, term);
    let firstClass: string | undefined;
    for (const { section, entryYear, classNo } of classesOf(school, today)) {
      const opened = await admin.post<{ id: string }>('/api/v1/classes', {
        schoolId: id,
        section: nameOfSection(section),
        entryYear,
        classNo,
      });
      firstClass ??= opened.id;
      classes += 1;
    }
    const place = { school, id };
    const librarian = await account(`librarian-${prefix.toLowerCase()}`, 'librarian', place);
    await account(`teacher-${prefix.toLowerCase()}`, 'teacher', place, firstClass);
    schools.set(school, { id, librarian: new PublicApi(admin.baseUrl, librarian) });
    progress('schools', schools.size, sampleSchools.length);
  }
  return { schools, signIns, classes, admin };
}

export async function importCatalogue(
  { schools, admin }: Opened,
  county: County,
  progress: SampleProgress,
): Promise<void> {
  const total = [...county.values()].reduce((sum, { copies }) => sum + copies.length, 0);
  let before = 0;
  for (const [school, { copies }] of county) {
    const { id, librarian } = schoolOf(schools, school);
    const lent = copies.map((each) => (each.work.readingRoomOnly ? { ...each, barcodes: [] } : each));
    const done = before;
    const job = await librarian.import(
      '/api/v1/catalog-imports',
      { name: `${school.code}.iso`, content: cnmarcFile(lent, '书库') },
      { schoolId: id, format: 'cnmarc', dryRun: 'false' },
      (progressed) => progress('catalogue', done + progressed.done, total),
    );
    if (job.result?.['rejected'] !== 0)
      throw new Error(`sample catalogue of ${school.name}: ${JSON.stringify(job.result)}`);
    for (const { work, barcodes, priceFen } of copies.filter((each) => each.work.readingRoomOnly)) {
      // 905 has no word for a copy that stays in the room (CAT-090), so these come one by one.
      const { items } = await librarian.get<{ items: readonly { id: string; title: string }[] }>(
        `/api/v1/titles?limit=50&q=${encodeURIComponent(work.title)}`,
      );
      const title = items.find((found) => found.title === work.title);
      if (!title) throw new Error(`the imported title ${work.title} is not found`);
      for (const barcode of barcodes)
        await librarian.post('/api/v1/copies', {
          titleId: title.id,
          schoolId: id,
          barcode,
          priceFen,
          kind: 'reference',
          location: '阅览室',
        });
    }
    before += copies.length;
    progress('catalogue', before, total);
  }
  const copies = [...county.values()]
    .flatMap((each) => each.copies)
    .reduce((sum, { barcodes }) => sum + barcodes.length, 0);
  await until(
    () => admin.get<{ copies: number }>('/api/v1/figures'),
    (figures) => figures.copies === copies,
    60_000,
  );
}

export async function importReaders(
  { schools, admin }: Opened,
  county: County,
  progress: SampleProgress,
): Promise<void> {
  const total = [...county.values()].reduce((sum, { readers }) => sum + readers.length, 0);
  let before = 0;
  for (const [school, { readers }] of county) {
    const { id, librarian } = schoolOf(schools, school);
    const done = before;
    const job = await librarian.import(
      '/api/v1/roster-imports',
      { name: `${school.code}.csv`, content: rosterFile(readers) },
      { schoolId: id, format: 'csv', dryRun: 'false' },
      (progressed) => progress('readers', done + progressed.done, total),
    );
    if (job.result?.['created'] !== readers.length)
      throw new Error(`sample roster of ${school.name}: ${JSON.stringify(job.result)}`);
    before += readers.length;
    progress('readers', before, total);
  }
  await until(
    () => admin.get<{ readers: number }>('/api/v1/figures'),
    (figures) => figures.readers === total,
    60_000,
  );
}

export function schoolOf(
  schools: ReadonlyMap<SampleSchool, OpenedSchool>,
  school: SampleSchool,
): OpenedSchool {
  const opened = schools.get(school);
  if (!opened) throw new Error(`${school.name} was not opened`);
  return opened;
}

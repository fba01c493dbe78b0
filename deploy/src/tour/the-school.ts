import { randomBytes } from 'node:crypto';
import { PublicApi, type Job } from '../sample/public-api.js';
import { schoolYearOf, termsOf } from '../sample/school-year.js';
import type { Narrator } from './narrator.js';
import { copiesInFile, tourFiles, tourReaders, tourWorks } from './tour-files.js';

export type Listed<T> = { readonly items: readonly T[] };
export type School = { readonly id: string; readonly librarian: PublicApi; readonly teacher: PublicApi };

export async function openSchool(admin: PublicApi, say: Narrator): Promise<School> {
  const run = Date.now().toString(36).toUpperCase();
  const { id } = await admin.post<{ id: string }>('/api/v1/schools', {
    code: `T-${run}`,
    name: `导览小学 ${run}`,
    kind: 'primary',
  });
  const year = schoolYearOf(
    new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date()),
  );
  for (const term of termsOf(year)) await admin.post(`/api/v1/schools/${id}/terms`, term);
  const schoolClass = await admin.post<{ id: string; name: string; grade: number }>('/api/v1/classes', {
    schoolId: id,
    section: 'primary',
    entryYear: year - 2,
    classNo: 1,
  });
  say.check(
    schoolClass.grade === 3,
    `县管理员建校、建学期、建班：${schoolClass.name}`,
    `the county opens a school, its terms and a class: ${schoolClass.name}`,
    schoolClass,
  );
  const account = async (role: 'librarian' | 'teacher', classId?: string): Promise<PublicApi> => {
    const signIn = {
      username: `${role}-${run.toLowerCase()}`,
      password: randomBytes(12).toString('base64url'),
    };
    await admin.post('/api/v1/accounts', {
      ...signIn,
      grants: [{ role, schoolId: id, ...(classId ? { classId } : {}) }],
    });
    return new PublicApi(admin.baseUrl, signIn);
  };
  return { id, librarian: await account('librarian'), teacher: await account('teacher', schoolClass.id) };
}

export async function importCatalogue({ id, librarian }: School, say: Narrator): Promise<void> {
  const file = { name: tourFiles.catalogue.name, content: tourFiles.catalogue.read() };
  const upload = (dryRun: boolean, moved?: (done: number) => void) =>
    librarian.import(
      '/api/v1/catalog-imports',
      file,
      { schoolId: id, format: 'auto', dryRun: String(dryRun) },
      ({ done }) => moved?.(done),
    );
  const tried = await upload(true);
  const before = await librarian.get<Listed<unknown>>(`/api/v1/copies?schoolId=${id}&limit=1`);
  say.check(
    tried.result?.['rejected'] === 0 && before.items.length === 0,
    '试导入 CNMARC 文件：只报告，不写入',
    'dry run of the CNMARC file: a report, nothing written',
    tried.result,
  );
  const first = await say.withBar('导入书目', 'importing titles', tourWorks.length, (moved) =>
    upload(false, moved),
  );
  say.check(
    accountedFor(first.result) === tourWorks.length && first.result?.['rejected'] === 0,
    `${tourWorks.length} 条记录全部入账`,
    `${tourWorks.length} records accounted for`,
    first.result,
  );
  const again = await upload(false);
  say.check(
    again.result?.['created'] === 0 && again.result['rejected'] === 0 && copiesIn(again).created === 0,
    '再导一次，没有变化',
    'importing it again changes nothing',
    again.result,
  );
  const { items } = await librarian.get<Listed<{ accessionNumber: number; barcode: string }>>(
    `/api/v1/copies?schoolId=${id}&limit=500`,
  );
  const numbers = items.map(({ accessionNumber }) => accessionNumber).sort((a, b) => a - b);
  say.check(
    numbers.length === copiesInFile && numbers.every((number, at) => number === at + 1),
    `${copiesInFile} 册，登录号连续不断`,
    `${copiesInFile} copies, accession numbers without a gap`,
    numbers,
  );
}

const copiesIn = ({ result }: Job): { created?: number } => result?.['copies'] ?? {};

const accountedFor = (result: Readonly<Record<string, unknown>> | null): number =>
  ['created', 'updated', 'unchanged', 'rejected'].reduce((sum, name) => sum + Number(result?.[name] ?? 0), 0);

export async function importRoster({ id, librarian }: School, say: Narrator): Promise<void> {
  const file = { name: tourFiles.roster.name, content: tourFiles.roster.read() };
  const upload = (moved?: (done: number) => void) =>
    librarian.import(
      '/api/v1/roster-imports',
      file,
      { schoolId: id, format: 'auto', dryRun: 'false' },
      ({ done }) => moved?.(done),
    );
  const first = await say.withBar('导入名册', 'importing readers', tourReaders.length, upload);
  say.check(
    first.result?.['created'] === tourReaders.length,
    `${tourReaders.length} 位读者有了借书证`,
    `${tourReaders.length} readers have a card`,
    first.result,
  );
  const again = await upload();
  say.check(
    again.result?.['unchanged'] === tourReaders.length,
    '同一名册再导一次，没有变化',
    'the same roster again changes nothing',
    again.result,
  );
}

import { randomBytes, randomUUID } from 'node:crypto';
import { forEachAtOnce, PublicApi, until, type Answer, type Problem } from '../sample/public-api.js';
import { schoolYearOf, termsOf } from '../sample/school-year.js';
import { Narrator, type Language } from './narrator.js';
import { followEvents } from './overheard-events.js';
import { tourFiles, tourReaders, tourWorks } from './tour-files.js';

export type TourAsked = {
  readonly baseUrl: string;
  readonly adminPassword: string;
  readonly language: Language;
};

type Loan = {
  readonly id: string;
  readonly titleId: string;
  readonly readerId: string;
  readonly dueOn: string;
  readonly renewals: number;
};
type Lent = { readonly loan: Loan } & Problem;
type Figures = {
  readonly asOf: string;
  readonly titles: number;
  readonly copies: number;
  readonly readers: number;
  readonly openLoans: number;
  readonly loansToday: number;
  readonly returnsToday: number;
};
type Listed<T> = { readonly items: readonly T[] };

/** Seconds within which a fact must have reached everybody who needs it. */
const soonMs = 15_000;
const pupil = (number: number): string => tourReaders[number - 1]?.cardNumber ?? '';
const barcodeOf = (work: number, copy: number): string => tourWorks[work - 1]?.barcodes[copy - 1] ?? '';
const copiesInFile = tourWorks.reduce((sum, { barcodes }) => sum + barcodes.length, 0);

/** The main job of a school library, through the public API alone, in a school of its own; true when all was as it should be. */
export async function runTour({ baseUrl, adminPassword, language }: TourAsked): Promise<boolean> {
  const say = new Narrator(language);
  const admin = new PublicApi(baseUrl, { username: 'admin', password: adminPassword });

  say.chapter('一、开一所学校', '1. A school joins the county');
  const school = await openSchool(admin, say);
  const overheard = await followEvents(baseUrl, await school.librarian.accessToken());

  say.chapter('二、导入书目与名册', '2. A MARC file and a roster are imported');
  await importCatalogue(school, say);
  await importRoster(school, say);

  say.chapter('三、借书', '3. Copies are lent');
  const loans = await lendToAClass(school, say);
  await pressTwice(school, say);

  say.chapter('四、不借也讲理由', '4. A refusal gives its reasons');
  await refusals(school, say);

  say.chapter('五、续借、归还、预约', '5. Renewal, return, hold');
  const returned = await renewHoldReturn(school, loans, say);

  say.chapter('六、读书笔记', '6. A reading note opens the gate');
  const noted = await readingNote(school, say);

  say.chapter('七、由事件得出的数字', '7. The figures that follow from the events');
  await figures(
    school,
    { loans: loans.size + 1 + returned.lent + noted.lent, returns: returned.returned },
    say,
  );
  await listenBack(overheard, say);
  return say.close();
}

type School = { readonly id: string; readonly librarian: PublicApi; readonly teacher: PublicApi };

async function openSchool(admin: PublicApi, say: Narrator): Promise<School> {
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

async function importCatalogue({ id, librarian }: School, say: Narrator): Promise<void> {
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
    again.result?.['created'] === 0 && again.result['rejected'] === 0,
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

const accountedFor = (result: Readonly<Record<string, unknown>> | null): number =>
  ['created', 'updated', 'unchanged', 'rejected'].reduce((sum, name) => sum + Number(result?.[name] ?? 0), 0);

async function importRoster({ id, librarian }: School, say: Narrator): Promise<void> {
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

const lend = (
  desk: PublicApi,
  copyBarcode: string,
  cardNumber: string,
  key: string = randomUUID(),
): Promise<Answer<Lent>> =>
  desk.ask<Lent>('POST', '/api/v1/checkouts', { body: { copyBarcode, cardNumber }, key });

const reasonsOf = ({ body }: Answer<Problem>): string[] => body.reasons?.map(({ code }) => code) ?? [];

/** Thirty pupils of a class in a break, each with one copy of another work. */
async function lendToAClass({ librarian }: School, say: Narrator): Promise<Map<number, Loan>> {
  const loans = new Map<number, Loan>();
  const queue = Array.from({ length: 30 }, (_, at) => at + 1);
  await say.withBar('一个班借书', 'a class borrows', queue.length, (moved) =>
    forEachAtOnce(queue, 4, async (number) => {
      const answer = await lend(librarian, barcodeOf(number, 1), pupil(number));
      if (answer.status === 201) loans.set(number, answer.body.loan);
      moved(loans.size);
    }),
  );
  say.check(loans.size === queue.length, '30 人各借 1 册', '30 pupils borrowed one copy each', loans.size);
  const due = new Set([...loans.values()].map(({ dueOn }) => dueOn));
  say.tell(`应还日：${[...due].join('、')}`, `due on ${[...due].join(', ')}`);
  return loans;
}

async function pressTwice({ librarian }: School, say: Narrator): Promise<void> {
  const key = randomUUID();
  const press = (card: string) => lend(librarian, barcodeOf(31, 1), card, key);
  const [first, second] = await Promise.all([press(pupil(31)), press(pupil(31))]);
  say.check(
    first.status === 201 && second.status === 201 && first.body.loan.id === second.body.loan.id,
    '按钮按了两次，借阅只有一笔',
    'the button was pressed twice, there is one loan',
    [first, second],
  );
  const other = await press(pupil(32));
  say.check(
    other.status === 422 && other.body.code === 'idempotency.key-reused',
    '同一个键换了内容，不受理',
    'the same key with another body is not taken',
    other,
  );
}

async function refusals({ id, librarian }: School, say: Narrator): Promise<void> {
  const refused = async (
    zh: string,
    en: string,
    barcode: string,
    card: string,
    ...codes: string[]
  ): Promise<void> => {
    const answer = await lend(librarian, barcode, card);
    const reasons = reasonsOf(answer);
    say.check(
      answer.status === 409 && codes.every((code) => reasons.includes(code)),
      `${zh}：${codes.join('、')}`,
      `${en}: ${codes.join(', ')}`,
      answer.body,
    );
  };
  await refused('没有这个条码', 'no such barcode', 'NO-SUCH-COPY', pupil(33), 'copy.unknown');
  await refused('没有这张证', 'no such card', barcodeOf(33, 1), 'NO-SUCH-CARD', 'reader.unknown');
  await refused('书已借给别人', 'lent to somebody else', barcodeOf(1, 1), pupil(33), 'copy.already-on-loan');
  await refused(
    '已有同一种书',
    'has the same title already',
    barcodeOf(1, 2),
    pupil(1),
    'reader.same-title-on-loan',
  );

  const [dictionary] = (await librarian.get<Listed<{ id: string }>>(`/api/v1/titles?schoolId=${id}&limit=1`))
    .items;
  await librarian.post('/api/v1/copies', {
    titleId: dictionary?.id,
    schoolId: id,
    barcode: 'TREF1',
    priceFen: 9800,
    kind: 'reference',
  });
  await refused(
    '工具书不出馆',
    'a reference copy stays in the room',
    'TREF1',
    pupil(33),
    'copy.reading-room-only',
  );

  const greedy = pupil(33);
  const given: number[] = [];
  for (let work = 32; work <= 36; work += 1)
    given.push((await lend(librarian, barcodeOf(work, 2), greedy)).status);
  say.check(
    given.every((status) => status === 201),
    '学生可借 5 册',
    'a pupil may have 5 copies',
    given,
  );
  await refused('第 6 册', 'the sixth', barcodeOf(37, 2), greedy, 'reader.at-limit');
  await refused(
    '几个理由一次说清',
    'all the reasons at once',
    'TREF1',
    greedy,
    'copy.reading-room-only',
    'reader.at-limit',
  );
  const asked = await librarian.expect<{ outcome: string } & Problem>('POST', '/api/v1/checkouts/dry-run', {
    body: { copyBarcode: barcodeOf(37, 2), cardNumber: greedy },
  });
  say.check(asked.outcome !== 'allow', '试算与真借答案相同', 'a dry run gives the same answer', asked);
  for (let work = 32; work <= 36; work += 1)
    await librarian.post('/api/v1/returns', { copyBarcode: barcodeOf(work, 2) });
}

async function readerId(desk: PublicApi, schoolId: string, cardNumber: string): Promise<string> {
  const { items } = await desk.expect<Listed<{ id: string }>>('POST', '/api/v1/readers/search', {
    body: { schoolId, cardNumber },
  });
  if (!items[0]) throw new Error('a reader of the roster is not found by card');
  return items[0].id;
}

async function renewHoldReturn(
  { id, librarian }: School,
  loans: ReadonlyMap<number, Loan>,
  say: Narrator,
): Promise<{ lent: number; returned: number }> {
  const [first, second] = [loans.get(1), loans.get(2)];
  if (!first || !second) throw new Error('the class has no loans');
  const renewal = await librarian.ask<Lent>('POST', '/api/v1/renewals', {
    body: { loanId: first.id },
    key: randomUUID(),
  });
  // Renewed on the day of the loan the due day does not move: then the refusal with its reason is the right answer.
  say.check(
    (renewal.status === 200 && renewal.body.loan.renewals === 1) ||
      (renewal.status === 409 && reasonsOf(renewal).includes('loan.not-later')),
    renewal.status === 200 ? `续借到 ${renewal.body.loan.dueOn}` : '当天续借不会延长期限，说明理由',
    renewal.status === 200
      ? `renewed until ${renewal.body.loan.dueOn}`
      : 'a renewal on the same day would not make it later, and says so',
    renewal.body,
  );

  // Pupil 40 waits for the work pupil 2 has; the other two copies go out first, so that the returned one is the one.
  for (const [copy, card] of [
    [2, pupil(38)],
    [3, pupil(39)],
  ] as const)
    await librarian.post('/api/v1/checkouts', { copyBarcode: barcodeOf(2, copy), cardNumber: card });
  const waiting = await readerId(librarian, id, pupil(40));
  const hold = await librarian.post<{ id: string }>('/api/v1/holds', {
    titleId: second.titleId,
    readerId: waiting,
    pickupSchoolId: id,
  });
  say.check(hold.id !== '', '40 号同学预约了借出的书', 'pupil 40 waits for a title that is out');
  const back = await librarian.post<{ loan: Loan | null; next?: unknown }>('/api/v1/returns', {
    copyBarcode: barcodeOf(2, 1),
  });
  say.check(
    back.loan?.id === second.id && JSON.stringify(back.next ?? '').includes('hold'),
    '还书：放到预约架',
    'returned: to the hold shelf',
    back,
  );
  const other = await lend(librarian, barcodeOf(2, 1), pupil(41));
  say.check(
    other.status === 409 && reasonsOf(other).includes('copy.held-for-another-reader'),
    '别人来借：已为他人保留',
    'somebody else asks: it is kept for another reader',
    other.body,
  );
  const theirs = await lend(librarian, barcodeOf(2, 1), pupil(40));
  say.check(theirs.status === 201, '预约的同学借走', 'the one who waited takes it', theirs.body);

  const plain = await librarian.post<{ loan: Loan | null; next?: unknown }>('/api/v1/returns', {
    copyBarcode: barcodeOf(3, 1),
  });
  say.check(plain.loan !== null, '3 号同学还书', 'pupil 3 returns', plain);
  const twice = await librarian.post<{ loan: Loan | null }>('/api/v1/returns', {
    copyBarcode: barcodeOf(3, 1),
  });
  say.check(twice.loan === null, '再扫一次：没有借阅可还', 'scanned again: nothing to return', twice);
  // Lent here: two to make the title scarce, one to the pupil who waited, and the five of the limit.
  return { lent: 3 + 5, returned: 2 + 5 };
}

async function readingNote({ id, librarian, teacher }: School, say: Narrator): Promise<{ lent: number }> {
  const card = pupil(44);
  const reader = await readerId(librarian, id, card);
  await librarian.expect('PUT', '/api/v1/lending-policies', {
    body: { schoolId: id, rows: [{ readerKind: 'student', parameter: 'readingNoteEvery', value: 1 }] },
    key: randomUUID(),
  });
  const first = await lend(librarian, barcodeOf(38, 1), card);
  const refused = await lend(librarian, barcodeOf(39, 1), card);
  say.check(
    first.status === 201 && refused.status === 409 && reasonsOf(refused).includes('reader.owes-reading-note'),
    '本校规定：借一本，写一篇；没写，先不借',
    'this school wants a note for each loan; without it the next is refused',
    refused.body,
  );
  const note = await librarian.post<{ id: string }>('/api/v1/reading-notes', {
    readerId: reader,
    titleId: first.body.loan.titleId,
    text: '我最喜欢书里的猴子，因为它不怕困难。',
  });
  await teacher.post(`/api/v1/reading-notes/${note.id}/acceptance`, {});
  const opened = await until(
    () => lend(librarian, barcodeOf(39, 1), card),
    ({ status }) => status === 201,
    soonMs,
  );
  say.check(
    opened.status === 201,
    '老师通过笔记，借书的门开了',
    'the teacher accepts the note, the gate opens',
    opened.body,
  );
  return { lent: 2 };
}

async function figures(
  { id, librarian }: School,
  expected: { loans: number; returns: number },
  say: Narrator,
): Promise<void> {
  const wanted = {
    titles: tourWorks.length,
    copies: copiesInFile + 1,
    readers: tourReaders.length,
    openLoans: expected.loans - expected.returns,
    loansToday: expected.loans,
    returnsToday: expected.returns,
  };
  const names = Object.keys(wanted) as (keyof typeof wanted)[];
  const seen = await until(
    () => librarian.get<Figures>(`/api/v1/figures?schoolId=${id}`),
    (found) => names.every((name) => found[name] === wanted[name]),
    soonMs,
  ).catch(() => librarian.get<Figures>(`/api/v1/figures?schoolId=${id}`));
  for (const name of names)
    say.check(
      seen[name] === wanted[name],
      `${name} = ${wanted[name]}`,
      `${name} = ${wanted[name]}`,
      seen[name],
    );
  say.tell(`数字的时点：${seen.asOf}`, `figures as of ${seen.asOf}`);
  say.chart([
    ['种', 'titles', seen.titles],
    ['册', 'copies', seen.copies],
    ['读者', 'readers', seen.readers],
    ['今日借出', 'lent today', seen.loansToday],
    ['今日归还', 'returned today', seen.returnsToday],
    ['在借', 'on loan', seen.openLoans],
  ]);
}

async function listenBack(overheard: Awaited<ReturnType<typeof followEvents>>, say: Narrator): Promise<void> {
  const { events, stop } = overheard;
  const typesHeard = () => new Set(events.map(({ type }) => type));
  const needed = [
    'shulian.catalog.copy.accessioned.v1',
    'shulian.readers.reader.enrolled.v1',
    'shulian.circulation.loan.checked-out.v1',
    'shulian.circulation.loan.returned.v1',
    'shulian.circulation.hold.placed.v1',
    'shulian.circulation.hold.ready.v1',
    'shulian.activities.reading-note.accepted.v1',
  ];
  await until(
    () => Promise.resolve(typesHeard()),
    (types) => needed.every((type) => types.has(type)),
    soonMs,
  ).catch(() => undefined);
  const missing = needed.filter((type) => !typesHeard().has(type));
  say.check(
    missing.length === 0,
    `同时听到 ${events.length} 个事件`,
    `${events.length} events were heard meanwhile`,
    missing,
  );
  const personal = tourReaders.flatMap(({ name, cardNumber }) => [name, `"${cardNumber}"`]);
  const leaked = events.filter(({ text }) => personal.some((word) => text.includes(word)));
  say.check(
    leaked.length === 0,
    '事件里没有姓名，没有证号',
    'no name and no card number in any of them',
    leaked.slice(0, 3),
  );
  say.check(await stop(), '事件流一直没有断', 'the stream of events never broke');
}

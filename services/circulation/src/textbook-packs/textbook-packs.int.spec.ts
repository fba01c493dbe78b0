import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { SchoolClassId } from '@shulian/contracts/ids';
import type { Pupil } from '../a-county.builder.js';
import type { TextbookHoldingView, TextbookStockView } from '../textbooks/textbook-stock.http.js';
import { TextbooksForTests } from '../textbooks/textbooks-for-tests.builder.js';
import type {
  TextbookPackLineView,
  TextbookPackSummary,
  TextbookPackView,
  TextbookPlanView,
  TextbookProgressView,
} from './textbook-packs.http.js';

let school: TextbooksForTests;
let arts: SchoolClassId;
let science: SchoolClassId;
let teacher: Pupil;
let classTeacher: string;
let ids: Record<string, string>;

beforeAll(async () => {
  school = await TextbooksForTests.open('circulation_textbook_packs');
  arts = await school.schoolClass(2025, 3, 'arts');
  science = await school.schoolClass(2025, 2, 'science');
  teacher = await school.county.enrol({ kind: 'teacher', section: null, entryYear: null });
  classTeacher = await school.county.account({
    role: 'teacher',
    schoolId: school.county.schoolId,
    classId: arts,
  });
  ids = await school.textbooks({
    语文: 'textbook', 历史: 'textbook', 物理: 'textbook', 练习簿: 'exercise-book', 二轮复习: 'review-material',
    教师用书: 'teaching-book',
  }); // prettier-ignore
  const { autumn, spring } = school.terms;
  const need = (name: string, stream: string, perPupil = 1) => ({
    textbookId: ids[name], grade: 11, stream, perPupil,
  }); // prettier-ignore
  const all = [need('语文', 'all'), need('历史', 'arts'), need('物理', 'science'), need('练习簿', 'all', 5)];
  for (const [termId, items] of [
    [autumn, all],
    [spring, [...all, need('二轮复习', 'all')]],
  ] as const)
    await school.did('POST', '/textbook-needs', { termId, items });
  await receive({ 语文: 11, 历史: 6, 物理: 4, 练习簿: 60, 二轮复习: 5, 教师用书: 3 });
}, 120_000);
afterAll(() => school?.stop());

const receive = (quantities: Record<string, number>): Promise<unknown> =>
  school.did('POST', '/textbook-lines', {
    termId: school.terms.autumn,
    lines: Object.entries(quantities).map(([name, quantity]) => ({
      textbookId: ids[name], what: 'received', quantity,
    })), // prettier-ignore
  });
const plan = (more: object = {}): Promise<TextbookPlanView> =>
  school.did('POST', '/textbook-plans', {
    termId: school.terms.autumn, occasion: 'registration', handOutOn: '2026-09-01', ...more,
  }); // prettier-ignore
const packs = (query = '', as?: string): Promise<TextbookPackSummary[]> =>
  school.items(`/textbook-packs?termId=${school.terms.autumn}&${query}`, as);
const packOf = async (classId: string, query = 'occasion=registration'): Promise<string> =>
  (await packs(query)).find(({ holder }) => holder.ref === classId)?.id ?? '';
const step = (id: string, which: string, body: object = {}, as?: string) =>
  school.ask('POST', `/textbook-packs/${id}/${which}`, body, as);
const counted = (name: string, quantity: number) => ({ lines: [{ textbookId: ids[name], quantity }] });
const onHand = async (name: string): Promise<number | undefined> =>
  (await school.items<TextbookStockView>('/textbook-stock?limit=500')).find((each) => each.name === name)
    ?.onHand;
const has = async (ref: string): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await school.items<TextbookHoldingView>('/textbook-holdings?limit=500'))
      .filter(({ holder, quantity }) => holder.ref === ref && quantity > 0)
      .map(({ name, quantity }) => [name, quantity]),
  );

describe('textbooks for registration day', () => {
  it('[CIR-086] [CIR-085] are sorted and counted by class before, exercise books with them, by packing lists made of the class lists', async () => {
    expect(await plan()).toMatchObject({ classes: 2, kept: 0, textbooks: 4, volumes: 3 * 7 + 2 * 7, shortages: [] });
    const [head, ...lines] = await school.csv(`/textbook-pack-lines?termId=${school.terms.autumn}&packId=${await packOf(arts)}`);
    expect(head).toBe('发放日期,年级,对象,组、科室,学生数,类别,书名,应发,实分,实收,差异');
    expect(lines.sort()).toEqual(
      ['教科书,历史,3', '教科书,语文,3', '簿本,练习簿,15'].map((each) => `2026-09-01,11,班级,,3,${each},,,0`).sort(),
    );
    // A pupil more: what is only planned follows the class list.
    await school.county.enrol({ classId: science, section: 'senior', entryYear: 2025 });
    expect(await plan()).toMatchObject({ classes: 2, volumes: 3 * 7 + 3 * 7 });
    const first = await step(await packOf(arts), 'count', counted('语文', 2));
    expect(first.body).toMatchObject({ status: 'packed', planned: 21, counted: 20, differences: 1 });
    // Counted again: what is not named is as planned.
    expect((await step(await packOf(arts), 'count')).body).toMatchObject({ counted: 21, differences: 0 });
    expect((await step(await packOf(science), 'count', counted('物理', 2))).body).toMatchObject({ planned: 21, counted: 20 });
    expect(await plan()).toMatchObject({ classes: 0, kept: 2, volumes: 0 });
    const stranger = await step(await packOf(arts), 'count', counted('物理', 1));
    expect([stranger.status, stranger.body]).toMatchObject([422, { errors: [{ pointer: '/lines/0/textbookId' }] }]);
    expect(await school.items<TextbookPackLineView>(`/textbook-pack-lines?termId=${school.terms.autumn}&lines=different`))
      .toMatchObject([{ name: '物理', planned: 3, counted: 2, received: null, difference: -1, holder: { ref: science } }]);
  }); // prettier-ignore

  it('[CIR-076] [CIR-075] go out by class in one call each, by stream, and are checked by the class teacher with the differences', async () => {
    const [a, s] = [await packOf(arts), await packOf(science)];
    expect((await step(a, 'check', {}, classTeacher)).body).toMatchObject({ code: 'textbook-pack.not-now' });
    expect((await step(a, 'issue', {}, classTeacher)).status).toBe(403);
    for (const which of ['count', 'issue', 'check', 'undo']) expect((await step(a, which, {}, school.otherLibrarian)).status).toBe(404);
    const twice = await Promise.all([step(a, 'issue', { onDay: '2026-09-01' }), step(a, 'issue')]);
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 409]);
    await step(s, 'issue', { onDay: '2026-09-01' });
    expect(await has(arts)).toEqual({ 语文: 3, 历史: 3, 练习簿: 15 });
    expect(await has(science)).toEqual({ 语文: 3, 物理: 2, 练习簿: 15 });
    // The class teacher sees and checks the own class alone.
    expect((await packs('', classTeacher)).map(({ id }) => id)).toEqual([a]);
    expect((await school.ask('GET', `/textbook-packs/${s}`, undefined, classTeacher)).status).toBe(404);
    expect((await step(s, 'check', {}, classTeacher)).status).toBe(404);
    const short = await step(a, 'check', counted('练习簿', 14), classTeacher);
    expect(short.body).toMatchObject({ status: 'checked', counted: 21, received: 20, differences: 1 });
    expect([(await has(arts))['练习簿'], await onHand('练习簿')]).toEqual([14, 31]);
    // A second count: one too many now, and never more than there is.
    expect((await step(a, 'check', counted('练习簿', 47), classTeacher)).body).toMatchObject({ code: 'textbook-stock.not-enough', reasons: [{ facts: { there: 31, wanted: 33 } }] });
    expect((await step(a, 'check', counted('练习簿', 16), classTeacher)).body).toMatchObject({ received: 22 });
    expect((await step(s, 'check')).body).toMatchObject({ status: 'checked', received: 20 });
    expect(await school.did<TextbookProgressView>('GET', `/textbook-progress?termId=${school.terms.autumn}&occasion=registration`))
      .toEqual({ planned: 0, packed: 0, issued: 0, checked: 2, volumesPlanned: 42, volumesIssued: 41, volumesReceived: 42, differing: 2 });
    const [head, ...lines] = await school.csv(`/textbook-packs?termId=${school.terms.autumn}`);
    expect(head).toBe('发放日期,年级,对象,组、科室,学生数,场合,状态,种数,应发,实分,实收,差异种数,领取日期');
    expect(lines.sort()).toEqual(['2026-09-01,11,班级,,3,报到日发放,已核对,3,21,20,20,1,2026-09-01', '2026-09-01,11,班级,,3,报到日发放,已核对,3,21,21,22,1,2026-09-01']);
  }); // prettier-ignore

  it('what was handed out by mistake is taken back whole, counted anew, or taken apart', async () => {
    const [book] = Object.values(await school.textbooks({ 校本教材: 'textbook' }));
    ids['校本教材'] = String(book);
    const { autumn } = school.terms;
    await school.did('POST', '/textbook-needs', {
      termId: autumn, items: [{ textbookId: book, grade: 11, stream: 'arts', perPupil: 1 }],
    }); // prettier-ignore
    const by = { handOutOn: '2026-09-02', textbookIds: [book], classIds: [arts] };
    expect((await plan(by)).shortages).toMatchObject([{ name: '校本教材', needed: 3, onHand: 0, missing: 3 }]);
    const id = await packOf(arts, 'handOutOn=2026-09-02');
    await step(id, 'count');
    expect((await step(id, 'issue')).body).toMatchObject({ code: 'textbook-stock.not-enough' });
    await receive({ 校本教材: 3 });
    await step(id, 'issue');
    await step(id, 'check', counted('校本教材', 2));
    expect((await step(id, 'undo', { note: '发错班' })).body).toMatchObject({ status: 'packed', counted: 3, received: null });
    expect([await onHand('校本教材'), (await has(arts))['校本教材']]).toEqual([3, undefined]);
    expect((await step(id, 'undo')).body).toMatchObject({ status: 'planned', counted: null });
    expect((await step(id, 'undo')).body).toMatchObject({ code: 'textbook-pack.not-now' });
    expect((await school.ask('DELETE', `/textbook-packs/${id}`, undefined, school.otherLibrarian)).status).toBe(404);
    expect((await school.ask('DELETE', `/textbook-packs/${id}`)).status).toBe(204);
    expect((await step(id, 'count')).status).toBe(404);
    const unknown = { termId: autumn, occasion: 'early', handOutOn: '2026-09-02', classIds: [randomUUID()] };
    expect((await school.ask('POST', '/textbook-plans', unknown)).status).toBe(422);
  }); // prettier-ignore

  it('[CIR-077] the next term’s textbooks and review materials go out early, and registration day brings the rest', async () => {
    const { spring } = school.terms;
    const early = { termId: spring, occasion: 'early', handOutOn: '2027-01-15' };
    const textbookIds = [ids['语文'], ids['二轮复习']];
    expect(await plan({ ...early, textbookIds })).toMatchObject({ classes: 2, textbooks: 2, volumes: 12, shortages: [{ name: '二轮复习', needed: 6, onHand: 5, missing: 1 }, { name: '语文', needed: 6, onHand: 5, missing: 1 }] });
    await receive({ 语文: 1, 二轮复习: 1 });
    const all = await school.items<TextbookPackSummary>(`/textbook-packs?termId=${spring}`);
    for (const { id } of all) {
      await step(id, 'count');
      expect((await step(id, 'issue', { onDay: '2027-01-15' })).body).toMatchObject({ status: 'issued' });
    }
    expect(await has(arts)).toMatchObject({ 语文: 6, 二轮复习: 3 });
    const rest = await plan({ termId: spring, occasion: 'registration', handOutOn: '2027-02-22' });
    expect(rest).toMatchObject({ classes: 2, textbooks: 3, volumes: 2 * 3 + 2 * 15 });
    const lines = await school.csv(`/textbook-lines?termId=${spring}&occasion=early&from=2027-01-15&to=2027-01-15`);
    expect(lines.slice(1).sort()).toEqual(['复习资料,二轮复习', '复习资料,二轮复习', '教科书,语文', '教科书,语文'].map((each) => `2027-01-15,发放,提前发放,${each},3,班级,,`).sort());
  }); // prettier-ignore

  it('[CIR-083] a teacher collects at the desk what was put aside, signs for it, or does not come', async () => {
    const { autumn } = school.terms;
    const aside = (quantity: number, ref: string = teacher.readerId) =>
      school.ask('POST', '/textbook-packs', {
        termId: autumn, occasion: 'collection', holder: { kind: 'reader', ref }, handOutOn: '2026-10-12',
        lines: [{ textbookId: ids['教师用书'], quantity }], note: '张老师来取',
      }); // prettier-ignore
    expect((await aside(1, randomUUID())).status).toBe(422);
    const [one, other, much] = [await aside(1), await aside(1), await aside(2)];
    expect(one.body as unknown as TextbookPackView).toMatchObject({ status: 'planned', holder: { readerId: teacher.readerId }, lines: [{ name: '教师用书', planned: 1 }] });
    const waiting = await packs('occasion=collection&status=planned');
    expect(waiting.map(({ planned }) => planned)).toEqual([1, 1, 2]);
    expect((await step(String(one.body['id']), 'issue')).body).toMatchObject({ status: 'issued', issuedOn: '2026-10-12' });
    expect((await step(String(one.body['id']), 'check')).body).toMatchObject({ status: 'checked', received: 1 });
    expect((await school.ask('DELETE', `/textbook-packs/${String(other.body['id'])}`)).status).toBe(204);
    expect((await step(String(much.body['id']), 'issue')).body).toMatchObject({ status: 'issued' });
    expect((await step(String((await aside(1)).body['id']), 'issue')).body).toMatchObject({ code: 'textbook-stock.not-enough' });
    expect(await has(teacher.readerId)).toEqual({ 教师用书: 3 });
    const [head, ...lines] = await school.csv(`/textbook-pack-lines?termId=${autumn}&occasion=collection&status=checked`);
    expect(head).toContain('对象');
    expect(lines).toEqual(['2026-10-12,,师生个人,,,教学用书,教师用书,1,,1,0']);
  }); // prettier-ignore
});

describe('a morning of registration', () => {
  const [CLASSES, PUPILS, TEXTBOOKS] = [54, 34, 48];

  it('[CIR-076] 88,000 volumes go to 54 classes in 54 calls, several desks at once, and the ledger balances', async () => {
    const { schoolId, service } = school.county;
    await service.sql(
      `with classes as (
         insert into known_class (class_id, school_id, section, entry_year, version)
         select gen_random_uuid(), $1, 'senior', 2026, 1 from generate_series(1, $2::int) returning class_id)
       insert into known_reader (reader_id, school_id, kind, class_id, section, entry_year, standing, suspended, version)
       select gen_random_uuid(), $1, 'student', class_id, 'senior', 2026, 'active', false, 1 from classes, generate_series(1, $3::int)`,
      [schoolId, CLASSES, PUPILS],
    );
    const names = Array.from({ length: TEXTBOOKS }, (_, at) => `高一课本${String(at)}`);
    const made = await school.textbooks(Object.fromEntries(names.map((name) => [name, 'textbook'])));
    Object.assign(ids, made);
    const each = CLASSES * PUPILS;
    const { next } = school.terms;
    // As the next school year begins the class is a grade further.
    await school.did('POST', '/textbook-needs', {
      termId: next,
      items: Object.values(made).map((textbookId) => ({ textbookId, grade: 11, stream: 'all', perPupil: 1 })),
    });
    await receive(Object.fromEntries(names.map((name) => [name, each])));
    const of = { termId: next, occasion: 'registration', handOutOn: '2027-09-01' };
    const volumes = each * TEXTBOOKS;
    expect(await plan(of)).toMatchObject({ classes: CLASSES, textbooks: TEXTBOOKS, volumes, shortages: [] });
    const all = await school.items<TextbookPackSummary>(`/textbook-packs?limit=500&termId=${next}`);
    const waiting = all.map(({ id }) => id);
    const desk = async (): Promise<void> => {
      for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
        expect((await step(id, 'count')).status).toBe(200);
        expect((await step(id, 'issue')).body).toMatchObject({
          status: 'issued',
          counted: PUPILS * TEXTBOOKS,
        });
      }
    };
    await Promise.all([desk(), desk(), desk(), desk()]);
    expect(await school.did('GET', `/textbook-progress?termId=${next}`)).toMatchObject({
      planned: 0, packed: 0, issued: CLASSES, volumesPlanned: volumes, volumesIssued: volumes,
    }); // prettier-ignore
    const stock = await school.items<TextbookStockView>(`/textbook-stock?limit=500&termId=${next}`);
    expect(stock).toHaveLength(TEXTBOOKS);
    expect(new Set(stock.map(({ onHand: left, out }) => `${String(left)} ${String(out)}`))).toEqual(
      new Set([`0 ${String(each)}`]),
    );
  }, 60_000);
});

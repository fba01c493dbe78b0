import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import type { SchoolClassId } from '@shulian/contracts/ids';
import type { Pupil } from '../a-county.builder.js';
import type {
  TextbookHoldingView,
  TextbookLineView,
  TextbookReturnView,
  TextbookStockView,
} from './textbook-stock.http.js';
import { TextbooksForTests } from './textbooks-for-tests.builder.js';
import type { TextbookNeedView, TextbookView } from './textbooks.http.js';

let school: TextbooksForTests;
let artsClass: SchoolClassId;
let scienceClass: SchoolClassId;
let [pupil, teacher] = [undefined, undefined] as unknown as [Pupil, Pupil];
let ids: Record<string, string>;
const group = { kind: 'group', ref: '高一数学备课组' };

beforeAll(async () => {
  school = await TextbooksForTests.open('circulation_textbooks');
  artsClass = await school.schoolClass(2025, 3, 'arts');
  scienceClass = await school.schoolClass(2025, 2, 'science');
  teacher = await school.county.enrol({ kind: 'teacher', section: null, entryYear: null });
  pupil = await school.county.enrol({
    classId: artsClass,
    section: 'senior',
    entryYear: 2025,
  });
  ids = await school.textbooks({
    语文: 'textbook',
    历史: 'textbook',
    物理: 'textbook',
    练习簿: 'exercise-book',
    音乐: 'recyclable-textbook',
    数学教师用书: 'teaching-book',
    物理教辅: 'teaching-aid',
    人体挂图: 'wall-chart',
  });
}, 120_000);
afterAll(() => school?.stop());

const enter = (lines: object[], more: object = {}, as?: string) =>
  school.ask('POST', '/textbook-lines', { termId: school.terms.autumn, lines, ...more }, as);
const entered = async (lines: object[], more: object = {}): Promise<TextbookLineView[]> => {
  const { status, body } = await enter(lines, more);
  expect([status, body]).toMatchObject([201, {}]);
  return (body as unknown as { items: TextbookLineView[] }).items;
};
const line = (name: string, what: string, quantity: number, holder?: object, note?: string) => ({
  textbookId: ids[name],
  what,
  quantity,
  ...(holder === undefined ? {} : { holder }),
  ...(note === undefined ? {} : { note }),
});
const ofClass = (ref: string) => ({ kind: 'class', ref });
const giveBack = (holder: object, termId: string, lines: object[], onDay: string) =>
  school.ask('POST', '/textbook-returns', { holder, termId, lines, onDay });
const stockOf = async (name: string, query = ''): Promise<Partial<TextbookStockView>> =>
  (await school.items<TextbookStockView>(`/textbook-stock?limit=500&${query}`)).find(
    ({ textbookId }) => textbookId === ids[name],
  ) ?? {};
const holdings = (query = '') => school.items<TextbookHoldingView>(`/textbook-holdings?limit=500&${query}`);

describe('the textbooks of a term', () => {
  it('stand by grade and stream with the pupils of the class lists, are put right and taken off again', async () => {
    const { autumn } = school.terms;
    const need = (name: string, stream: string, perPupil = 1) => ({
      textbookId: ids[name], grade: 11, stream, perPupil,
    }); // prettier-ignore
    const items = [
      need('语文', 'all'),
      need('历史', 'arts'),
      need('物理', 'science'),
      need('练习簿', 'all', 5),
    ];
    expect(await school.did('POST', '/textbook-needs', { termId: autumn, items })).toEqual({ lines: 4 });
    const listed = await school.items<TextbookNeedView>(`/textbook-needs?termId=${autumn}`);
    expect(listed.map(({ name, stream, pupils, quantity }) => [name, stream, pupils, quantity]).sort()).toEqual(
      [['语文', 'all', 6, 6], ['历史', 'arts', 4, 4], ['物理', 'science', 2, 2], ['练习簿', 'all', 6, 30]].sort(),
    ); // prettier-ignore
    // A year later the class is in the next grade.
    expect(await school.items(`/textbook-needs?termId=${school.terms.next}&grade=11`)).toEqual([]);
    const [head, ...lines] = await school.csv(`/textbook-needs?termId=${autumn}&grade=11`);
    expect(head).toBe('年级,文理科,类别,书名,学科,出版社,书号,单价(元),每生,学生数,数量');
    expect(lines).toHaveLength(4);
    const [text] = lines.filter((each) => each.includes('练习簿'));
    expect(text).toMatch(/^11,全体,簿本,练习簿,,,,12\.5,5,6,30$/);
    expect(await school.did('POST', '/textbook-needs', { termId: autumn, items: [need('物理', 'science', 0)] }))
      .toEqual({ lines: 3 }); // prettier-ignore
    const wrong = { termId: autumn, items: [{ ...need('语文', 'all'), textbookId: randomUUID() }] };
    expect((await school.ask('POST', '/textbook-needs', wrong)).body).toMatchObject({
      errors: [{ pointer: '/items/0/textbookId' }],
    });
    const unknown = { ...wrong, termId: randomUUID() };
    expect((await school.ask('POST', '/textbook-needs', unknown)).status).toBe(422);
    const stranger = { items: [{ classId: randomUUID(), stream: 'arts' }] };
    expect((await school.ask('POST', '/textbook-classes', stranger)).body).toMatchObject({
      errors: [{ pointer: '/items/0/classId' }],
    });
    const classes = await school.csv(`/textbook-classes?termId=${autumn}`);
    expect(classes).toEqual(expect.arrayContaining(['年级,文理科,学生数', '11,文科,4', '11,理科,2']));
  });

  it('a textbook is put right on the version that was seen, retired, and unknown elsewhere', async () => {
    const [mistaken] = Object.values(await school.textbooks({ 数学必休: 'textbook' }));
    const path = `/textbooks/${String(mistaken)}`;
    const change = (version: number, body: object, as?: string) =>
      school.county.ask('PATCH', path, body, {
        headers: { 'if-match': `"v${version}"` },
        ...(as === undefined ? {} : { as }),
      });
    expect((await change(1, { name: '数学必修', status: 'retired' })).body).toMatchObject({
      name: '数学必修', status: 'retired', version: 2, priceFen: 1_250,
    }); // prettier-ignore
    expect((await change(1, { name: '数学' })).status).toBe(412);
    expect((await change(2, { name: '数学' }, school.otherLibrarian)).status).toBe(404);
    const retired = await school.items<TextbookView>('/textbooks?status=retired');
    expect(retired.map(({ name }) => name)).toEqual(['数学必修']);
    expect((await school.ask('GET', path, undefined, school.otherLibrarian)).status).toBe(404);
  });
});

describe('the register of textbooks', () => {
  it('[CIR-081] recyclable textbooks are issued by class, come back counted with what is missing, and go to the next year’s class', async () => {
    const { autumn, spring, next } = school.terms;
    const start = { onDay: '2026-09-01', occasion: 'registration' };
    await entered([line('音乐', 'received', 90)], start);
    await entered([line('音乐', 'issued', 45, ofClass(artsClass)), line('音乐', 'issued', 40, ofClass(scienceClass))], start);
    expect((await holdings('held=to-return&holderKind=class')).map(({ holder, name, quantity }) => [holder.ref, name, quantity]).sort())
      .toEqual([[artsClass, '音乐', 45], [scienceClass, '音乐', 40]].sort());
    const counted = (returned: number, more: object = {}) => [{ textbookId: ids['音乐'], returned, ...more }];
    const tooMany = await giveBack(ofClass(artsClass), spring, counted(44, { lost: 2 }), '2027-06-28');
    expect([tooMany.status, tooMany.body]).toMatchObject([409, { code: 'textbook-stock.not-held', reasons: [{ facts: { there: 45, wanted: 46 } }] }]);
    const back = await giveBack(ofClass(artsClass), spring, counted(40, { worn: 2, lost: 1 }), '2027-06-28');
    expect([back.status, back.body as unknown as TextbookReturnView]).toMatchObject([201, {
      holder: ofClass(artsClass), items: [{ name: '音乐', held: 45, returned: 40, worn: 2, lost: 1, out: 2 }], out: 2,
    }]);
    expect((await giveBack(ofClass(scienceClass), spring, counted(0), '2027-06-28')).body).toMatchObject({ items: [{ held: 40, out: 40 }] });
    expect(await stockOf('音乐')).toMatchObject({ received: 90, issued: 85, returned: 42, lost: 1, discarded: 2, onHand: 45, out: 42 });
    // The same copies begin the next year.
    const grade10 = await school.schoolClass(2027, 1);
    await entered([line('音乐', 'issued', 45, ofClass(grade10))], { termId: next, onDay: '2027-09-01', occasion: 'registration' });
    expect(await stockOf('音乐', `termId=${next}`)).toMatchObject({ received: 0, issued: 45, onHand: 0, out: 87 });
    const [head, ...lines] = await school.csv('/textbook-holdings?kind=recyclable-textbook&held=to-return');
    expect(head).toBe('对象,组、科室,类别,书名,发放日期,发放,收回,遗失,未还');
    expect(lines).toContain('班级,,循环用书,音乐,2026-09-01,45,42,1,2');
    const [register, ...issued] = await school.csv(`/textbook-lines?termId=${autumn}&what=issued&kind=recyclable-textbook`);
    expect(register).toBe('日期,事项,场合,类别,书名,数量,对象,组、科室,备注');
    expect(issued).toEqual(['2026-09-01,发放,报到日发放,循环用书,音乐,45,班级,,', '2026-09-01,发放,报到日发放,循环用书,音乐,40,班级,,']);
  }); // prettier-ignore

  it('[CIR-080] teacher aids and wall charts are issued in March against a signature and recalled in June, title by title', async () => {
    const { spring } = school.terms;
    const march = { termId: spring, onDay: '2027-03-01', occasion: 'teaching' };
    const person = { kind: 'reader', ref: teacher.readerId.toUpperCase() };
    await entered([line('物理教辅', 'received', 10), line('人体挂图', 'received', 2)], march);
    await entered([line('物理教辅', 'issued', 6, group), line('物理教辅', 'issued', 1, person), line('人体挂图', 'issued', 2, group)], march);
    for (const kind of ['teaching-aid', 'wall-chart'])
      expect((await holdings(`kind=${kind}&held=to-return`)).reduce((sum, { quantity }) => sum + quantity, 0)).toBe(kind === 'wall-chart' ? 2 : 7);
    const june = await giveBack(group, spring, [{ textbookId: ids['物理教辅'], returned: 6 }, { textbookId: ids['人体挂图'], returned: 1, worn: 1 }], '2027-06-21');
    expect(june.body).toMatchObject({ out: 0 });
    expect((await giveBack(person, spring, [{ textbookId: ids['物理教辅'], returned: 1 }], '2027-06-21')).body).toMatchObject({ holder: { readerId: teacher.readerId }, out: 0 });
    expect(await holdings('kind=wall-chart&held=to-return')).toEqual([]);
    expect(await stockOf('人体挂图')).toMatchObject({ issued: 2, returned: 2, discarded: 1, onHand: 1, out: 0 });
    const recalled = await school.csv(`/textbook-lines?termId=${spring}&what=returned&kind=teaching-aid`);
    expect(recalled.slice(1)).toEqual(['2027-06-21,收回,,教辅用书,物理教辅,6,年级部、备课组、科室,高一数学备课组,', '2027-06-21,收回,,教辅用书,物理教辅,1,师生个人,,']);
  }); // prettier-ignore

  it('[CIR-082] books for teaching go out in September and come back in January', async () => {
    const { autumn } = school.terms;
    const person = { kind: 'reader', ref: teacher.readerId };
    await entered([line('数学教师用书', 'received', 12)], { onDay: '2026-09-01' });
    await entered([line('数学教师用书', 'issued', 3, group), line('数学教师用书', 'issued', 1, person)], { onDay: '2026-09-01', occasion: 'teaching' });
    const january = await giveBack(group, autumn, [{ textbookId: ids['数学教师用书'], returned: 2 }], '2027-01-18');
    expect(january.body).toMatchObject({ items: [{ held: 3, returned: 2, out: 1 }], out: 1 });
    expect((await holdings('kind=teaching-book&held=to-return')).map(({ holder, quantity }) => [holder.ref, quantity]).sort())
      .toEqual([[group.ref, 1], [teacher.readerId, 1]].sort());
    expect(await stockOf('数学教师用书', `termId=${autumn}`)).toMatchObject({ received: 12, issued: 4, returned: 2, onHand: 10, out: 2 });
  }); // prettier-ignore

  it('[CIR-079] what pupils and staff lack in the middle of a term is topped up, counted by itself', async () => {
    const { autumn } = school.terms;
    const onDay = '2026-11-03';
    await entered([line('语文', 'received', 8), line('练习簿', 'received', 20)], { onDay });
    const topUp = { onDay, occasion: 'top-up' };
    await entered(
      [
        line('语文', 'issued', 1, { kind: 'reader', ref: pupil.readerId }, '转学生'),
        line('语文', 'issued', 2, { kind: 'reader', ref: teacher.readerId }),
        line('练习簿', 'issued', 15, ofClass(artsClass)),
      ],
      topUp,
    );
    const lines = await school.csv(`/textbook-lines?termId=${autumn}&occasion=top-up`);
    expect(lines.slice(1)).toEqual([
      '2026-11-03,发放,中途增补,教科书,语文,1,师生个人,,转学生',
      '2026-11-03,发放,中途增补,教科书,语文,2,师生个人,,',
      '2026-11-03,发放,中途增补,簿本,练习簿,15,班级,,',
    ]);
    for (const [quantity, status] of [[6, 409], [5, 201]] as const)
      expect((await enter([line('语文', 'issued', quantity, ofClass(artsClass))], topUp)).status).toBe(status);
    const stranger = await enter([line('练习簿', 'issued', 1, { kind: 'reader', ref: randomUUID() })]);
    expect([stranger.status, stranger.body]).toMatchObject([422, { errors: [{ pointer: '/lines/0/holder/ref' }] }]);
  }); // prettier-ignore

  it('a line is taken back by a counter-line, once, and not when what it brought is gone', async () => {
    const [came] = await entered([line('历史', 'received', 3)]);
    const reverse = (id: string | undefined, as?: string) =>
      school.ask('POST', `/textbook-lines/${id ?? ''}/reversal`, { note: '误登' }, as);
    expect((await reverse(came?.id, school.otherLibrarian)).status).toBe(404);
    const [out] = await entered([line('历史', 'issued', 1, group)]);
    expect((await reverse(came?.id)).body).toMatchObject({ code: 'textbook-stock.not-enough' });
    const both = await Promise.all([reverse(out?.id), reverse(out?.id)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const done = await reverse(came?.id);
    expect(done.body).toMatchObject({ quantity: -3, counterOf: came?.id, note: '误登' });
    expect((await reverse(String(done.body['id']))).body).toMatchObject({
      code: 'textbook-stock.already-reversed',
    });
    expect(await stockOf('历史')).toMatchObject({ onHand: 0, out: 0 });
  });

  it('many hands at once never issue more than there is, and a wrong holder is told', async () => {
    await entered([line('物理', 'received', 5)]);
    const tries = await Promise.all(
      ['甲', '乙', '丙', '丁'].map((ref) => enter([line('物理', 'issued', 2, { kind: 'group', ref })])),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409]);
    expect(await stockOf('物理')).toMatchObject({ onHand: 1, out: 4 });
    const wrong = await enter([
      line('物理', 'issued', 1),
      line('物理', 'received', 1, group),
      line('物理', 'returned', 1, { kind: 'class', ref: '高二（1）班' }),
    ]);
    expect(wrong.body).toMatchObject({
      errors: [
        { pointer: '/lines/0/holder', code: 'is-defined' },
        { pointer: '/lines/1/holder', code: 'not-of-this-line' },
        { pointer: '/lines/2/holder/ref', code: 'is-uuid' },
      ],
    });
    for (const holder of [[], [[]], '高二（1）班', null])
      expect(
        (
          await giveBack(
            holder as never,
            school.terms.autumn,
            [{ textbookId: ids['物理'], returned: 0 }],
            '2026-10-12',
          )
        ).status,
      ).toBe(400);
    expect((await enter([line('物理', 'issued', 1, [])])).status).toBe(400);
    for (const quantity of [0, 100_001])
      expect((await enter([line('物理', 'received', quantity)])).status).toBe(400);
    expect((await enter([line('物理', 'received', 1)], {}, school.otherLibrarian)).status).toBe(422);
  });

  it('whatever is entered, the lines add up to what is on hand and with everybody', async () => {
    const anyLine = fc.record({
      what: fc.constantFrom('received', 'issued', 'returned', 'lost', 'discarded'),
      quantity: fc.integer({ min: 1, max: 6 }),
      ref: fc.constantFrom('语文组', '英语组'),
    });
    const [book] = Object.values(await school.textbooks({ 地图册: 'textbook' }));
    ids['地图册'] = String(book);
    await fc.assert(
      fc.asyncProperty(fc.array(anyLine, { minLength: 4, maxLength: 12 }), async (moves) => {
        await Promise.all(
          moves.map(({ what, quantity, ref }) =>
            enter([line('地图册', what, quantity, ['received', 'discarded'].includes(what) ? undefined : { kind: 'group', ref })]),
          ),
        );
        const { received = 0, issued = 0, returned = 0, lost = 0, discarded = 0, onHand = -1, out = -1 } = await stockOf('地图册');
        const held = (await holdings('holderKind=group')).filter(({ textbookId }) => textbookId === book);
        expect(held.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(received === 0 ? 0 : out);
        if (received === 0) return;
        expect(onHand + out).toBe(received - lost - discarded);
        expect(out).toBe(issued - returned - lost);
        expect(held.every((each) => each.quantity === each.issued - each.returned - each.lost)).toBe(true);
      }),
      { numRuns: 6 },
    );
  }); // prettier-ignore
});

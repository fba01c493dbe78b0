import { beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { done, reasonsOf, until, type Answer, type Caller, type Identified } from './a-caller.builder.js';
import type { County } from './a-county.builder.js';
import { another, School, type Copy, type SchoolClass } from './a-school.builder.js';

const minutes = 60_000;

type Reader = Identified & {
  readonly name: string;
  readonly cardId: string;
  readonly version: number;
  readonly suspension: { readonly untilOn: string | null } | null;
};

/** What may happen to two readers, their classes, their school and its terms. */
type Change =
  | { readonly is: 'kind'; readonly who: number; readonly kind: string }
  | { readonly is: 'class'; readonly who: number; readonly to: number | null }
  | { readonly is: 'suspend'; readonly who: number; readonly untilOn: string | null }
  | { readonly is: 'reinstate' | 'back' | 'roster'; readonly who: number }
  | { readonly is: 'leave'; readonly who: number; readonly why: string }
  | { readonly is: 'card'; readonly who: number; readonly replace: boolean }
  | { readonly is: 'school' | 'term' }
  | { readonly is: 'class-changed'; readonly which: number; readonly entryYear: number };

const who = fc.constantFrom(0, 0, 0, 1);
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ is: fc.constant('kind' as const), who, kind: fc.constantFrom('student', 'teacher', 'staff') }),
  fc.record({ is: fc.constant('class' as const), who, to: fc.constantFrom(0, 1, null) }),
  // Of a day that is over soon, of a later one, and without end.
  fc.record({
    is: fc.constant('suspend' as const),
    who,
    untilOn: fc.constantFrom('2027-01-10', '2027-06-30', null),
  }),
  fc.record({ is: fc.constantFrom('reinstate' as const, 'back' as const, 'roster' as const), who }),
  fc.record({
    is: fc.constant('leave' as const),
    who,
    why: fc.constantFrom('left', 'graduated', 'transferred'),
  }),
  fc.record({ is: fc.constant('card' as const), who, replace: fc.boolean() }),
  fc.record({ is: fc.constantFrom('school' as const, 'term' as const) }),
  fc.record({
    is: fc.constant('class-changed' as const),
    which: fc.nat(1),
    entryYear: fc.constantFrom(2023, 2024, 2025),
  }),
);

const changes = fc.array(change, { minLength: 2, maxLength: 6, size: 'max' });
/** Every history has a suspension in its middle, of a reader who is there: what comes after it must not end it. */
const history = fc
  .tuple(changes, fc.constantFrom('2027-06-30', null), changes)
  .map(([before, untilOn, after]) => ({
    before,
    suspension: [
      { is: 'back', who: 0 },
      { is: 'suspend', who: 0, untilOn },
    ] as const satisfies readonly Change[],
    after,
  }));
/** The rules that may say no: whoever has left is not changed, a lost card is not lost again, no class is there twice. */
const REFUSALS = ['reader.has-left', 'card.not-active', 'class.exists'];

/**
 * Whatever happens to readers, classes, schools and terms, and in what order: what the other services know of them equals
 * what `readers` has; to be called within a `describe`.
 * @param histories how many are tried
 */
export function whatOthersKnow(given: () => County, histories: number): void {
  let school: School;
  let classes: readonly SchoolClass[];
  let copy: Copy;
  let term: Identified & { readonly version: number };

  beforeAll(async () => {
    school = await School.open(given().admin);
    classes = await Promise.all([school.schoolClass(1), school.schoolClass(2)]);
    [copy] = (await school.copies(1)) as [Copy];
    term = await given().admin.post(`/api/v1/schools/${school.id}/terms`, {
      name: 'later',
      startsOn: '2031-09-01',
      endsOn: '2032-01-20',
    });
  }, minutes);

  /** Whether it was done; else one of the rules said no. */
  const isDone = (answer: Answer<unknown>): boolean => {
    if (answer.status !== 409) {
      done(answer, 200, 201);
      return true;
    }
    expect(REFUSALS).toContain((answer.body as { code: string }).code);
    return false;
  };
  const patch = async (caller: Caller, path: string, body: unknown): Promise<boolean> => {
    const { version } = await caller.get<{ version: number }>(path);
    return isDone(await caller.ask('PATCH', path, { body, headers: { 'if-match': `"v${version}"` } }));
  };

  /** Whether it was done. */
  async function happens(what: Change, readers: readonly Identified[]): Promise<boolean> {
    const { librarian, admin } = school;
    const path = 'who' in what ? `/api/v1/readers/${readers[what.who]?.id}` : '';
    switch (what.is) {
      case 'kind':
        return patch(librarian, path, { kind: what.kind });
      case 'class':
        return patch(librarian, path, { classId: what.to === null ? null : classes[what.to]?.id });
      case 'suspend':
        return isDone(
          await librarian.ask('POST', `${path}/suspensions`, {
            body: { untilOn: what.untilOn, why: 'lost-book' },
          }),
        );
      case 'reinstate':
        return isDone(await librarian.ask('DELETE', `${path}/suspensions`));
      case 'leave':
        return patch(librarian, path, { status: 'left', leftWhy: what.why });
      case 'back':
        return patch(librarian, path, { status: 'active' });
      case 'roster': {
        const reader = await librarian.get<Reader & { readonly cardNumber: string }>(path);
        const file = `姓名,读者类型,班级,借书证号\n${reader.name},学生,2024级${5 + what.who}班,${reader.cardNumber}\n`;
        await librarian.import('/api/v1/roster-imports', 'a.csv', Buffer.from(file), { maxLeavers: '100' });
        return true;
      }
      case 'card': {
        const { cardId } = await librarian.get<Reader>(path);
        return isDone(
          await librarian.ask('POST', `/api/v1/cards/${cardId}/losses`, { body: { replace: what.replace } }),
        );
      }
      case 'school':
        return patch(admin, `/api/v1/schools/${school.id}`, {
          name: `学校${another()}`,
          code: `K-${another()}`,
        });
      case 'term': {
        const headers = { 'if-match': `"v${term.version}"` };
        const body = { name: another(), endsOn: `2032-01-${10 + (term.version % 20)}` };
        term = done(
          await admin.ask<typeof term>('PATCH', `/api/v1/terms/${term.id}`, { body, headers }),
          200,
        );
        return true;
      }
      case 'class-changed':
        return patch(admin, `/api/v1/classes/${classes[what.which]?.id}`, { entryYear: what.entryYear });
    }
  }

  it(
    'is what is so, after any history of readers, cards, classes, schools and terms',
    async () => {
      const county = given();
      const changed = { done: 0, refused: 0 };
      await fc.assert(
        fc.asyncProperty(history, async ({ before, suspension, after }) => {
          const readers = await school.readers(2, { classId: classes[0]?.id });
          const all = async (happening: readonly Change[]): Promise<void> => {
            for (const each of happening) changed[(await happens(each, readers)) ? 'done' : 'refused'] += 1;
          };
          await all(before);
          for (const each of suspension) expect([each, await happens(each, readers)]).toEqual([each, true]);
          await all(after);
          const wrong = await until(
            () => county.sql(DISAGREEMENTS, [school.id]),
            (rows) => rows.length === 0,
            10_000,
          );
          expect(wrong).toEqual([]);
          for (const { id: readerId } of readers) {
            const { suspension } = await school.librarian.get<Reader>(`/api/v1/readers/${readerId}`);
            const body = { copyBarcode: copy.barcode, readerId };
            const decision = await school.librarian.ask('POST', '/api/v1/checkouts/dry-run', { body });
            expect(reasonsOf(decision).includes('reader.suspended')).toBe(suspension !== null);
          }
        }),
        { numRuns: histories, endOnFailure: true },
      );
      // A history in which nothing may happen shows nothing.
      expect(changed.done).toBeGreaterThan(2 * changed.refused);
    },
    10 * minutes,
  );
}

/** What each service knows of a school, and where `readers` has it. */
const KNOWN = [
  ['circulation.known_reader', 'reader_id', 'readers.reader'],
  ['circulation.known_card', 'card_id', 'readers.card'],
  ['circulation.known_class', 'class_id', 'readers.school_class'],
  ['circulation.known_term', 'term_id', 'readers.term'],
  ['activities.known_reader', 'reader_id', 'readers.reader'],
  ['reporting.known_reader', 'reader_id', 'readers.reader'],
  ['reporting.known_class', 'class_id', 'readers.school_class'],
  ['reporting.known_term', 'term_id', 'readers.term'],
] as const;
const KNOWN_TO_OTHERS_ALONE = KNOWN.map(
  ([known, id, source]) =>
    `select '${known} alone' as what, k.${id} as id from ${known} k left join ${source} r on r.id = k.${id} where k.school_id = $1 and r.school_id is distinct from $1`,
).join(' union all ');

/** Everything of one school that a service knows otherwise than `readers` has it, or alone; empty when all agree. */
const DISAGREEMENTS = `
  with reader as (
    select r.*, c.section, c.entry_year, r.left_on is null as active
    from readers.reader r left join readers.school_class c on c.id = r.class_id where r.school_id = $1)
  select 'circulation reader' as what, r.id
  from reader r left join circulation.known_reader k on k.reader_id = r.id
    left join circulation.known_class c on c.class_id = k.class_id
  where (k.school_id, k.kind, k.class_id, k.standing = 'active', k.suspended, k.suspended_until,
         coalesce(c.section, k.section), coalesce(c.entry_year, k.entry_year))
    is distinct from (r.school_id, r.kind, r.class_id, r.active, r.suspended_why is not null, r.suspended_until,
         r.section, r.entry_year)
  union all
  select 'circulation card', r.id
  from readers.card r left join circulation.known_card k on k.card_id = r.id
  where r.school_id = $1 and (k.card_key, k.reader_id, k.school_id, k.status)
    is distinct from (r.card_key, r.reader_id, r.school_id, r.status)
  union all
  select 'activities reader', r.id
  from reader r left join activities.known_reader k on k.reader_id = r.id
  where (k.school_id, k.class_id, k.active) is distinct from (r.school_id, r.class_id, r.active)
  union all
  select 'reporting reader', r.id
  from reader r left join reporting.known_reader k on k.reader_id = r.id
  where (k.school_id, k.kind, k.class_id, k.active) is distinct from (r.school_id, r.kind, r.class_id, r.active)
  union all
  select 'circulation class', r.id
  from readers.school_class r left join circulation.known_class k on k.class_id = r.id
  where r.school_id = $1 and (k.school_id, k.section, k.entry_year) is distinct from (r.school_id, r.section, r.entry_year)
  union all
  select 'reporting class', r.id
  from readers.school_class r left join reporting.known_class k on k.class_id = r.id
  where r.school_id = $1 and (k.school_id, k.section, k.entry_year, k.class_no)
    is distinct from (r.school_id, r.section, r.entry_year, r.class_no)
  union all
  select 'catalog school', r.id
  from readers.school r left join catalog.known_school k on k.school_id = r.id
  where r.id = $1 and (k.code, k.name) is distinct from (r.code, r.name)
  union all
  select 'reporting school', r.id
  from readers.school r left join reporting.known_school k on k.school_id = r.id
  where r.id = $1 and (k.code, k.name, k.kind) is distinct from (r.code, r.name, r.kind)
  union all
  select 'circulation school', r.id
  from readers.school r left join circulation.known_school k on k.school_id = r.id
  where r.id = $1 and k.school_id is null
  union all
  select 'circulation term', r.id
  from readers.term r left join circulation.known_term k on k.term_id = r.id
  where r.school_id = $1 and (k.school_id, k.starts_on, k.ends_on) is distinct from (r.school_id, r.starts_on, r.ends_on)
  union all
  select 'reporting term', r.id
  from readers.term r left join reporting.known_term k on k.term_id = r.id
  where r.school_id = $1 and (k.school_id, k.name, k.starts_on, k.ends_on)
    is distinct from (r.school_id, r.name, r.starts_on, r.ends_on)
  union all
  select 'circulation year', r.school_id
  from readers.announced_calendar r left join circulation.known_year k on k.school_id = r.school_id and k.year = r.year
  where r.school_id = $1 and (k.closed_on, k.holidays_known) is distinct from (r.closed_on, r.holidays_known)
  union all
  select 'circulation.known_year alone', k.school_id
  from circulation.known_year k
    left join readers.announced_calendar r on r.school_id = k.school_id and r.year = k.year
  where k.school_id = $1 and r.year is null
  union all
  ${KNOWN_TO_OTHERS_ALONE}`;

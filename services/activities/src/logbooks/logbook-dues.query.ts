import { Injectable } from '@nestjs/common';
import { schoolYearOf } from '@shulian/contracts/readers';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import {
  Clock,
  conflict,
  invalid,
  Lists,
  numberAfter,
  pageOf,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { SchoolLifeQuery } from '../from-readers/school-life.query.js';
import type { DuesAsked, DueView, StandingsAsked, StandingView } from './logbook-keeping.http.js';
import { logbookAt, logbooksAt, type Logbook } from './logbooks.facts.js';
import { duesOf, tallyOf, type Due, type EntryDay } from './rules/dues.js';
import { isByClass, type Rhythm } from './rules/form.js';
import { addDays, daysBetween, duePeriods } from './rules/periods.js';

const MOST_DAYS = 800;
/** No period is longer. */
const LONGEST_PERIOD_DAYS = 366;
/** Periods times those whose entries are expected. */
const MOST_DUES = 50_000;

/** Of entries that stand, from the earliest period that is asked about; never said: whose. */
const ENTRIES = `select e.code, e.happened_on::text as "happenedOn", e.written_on::text as "writtenOn", e.subject_id as "subjectId"
  from logbook_entry e
  where e.school_id = $1 and e.code = any($2::text[]) and e.happened_on between $3::date and $4::date
    and not e.superseded and not e.strikes`;
const EXPECTED = `select code, expected from logbook_of_school where school_id = $1 and code = any($2::text[])`;

type Days = { readonly from: CalendarDay; readonly to: CalendarDay };
/** A logbook in which something is due. */
export type Rhythmic = Logbook & { readonly rhythm: Rhythm };
type Named = { readonly id: string; readonly name: string | null };

/** What is due in logbooks, and what of it is there. */
@Injectable()
export class LogbookDuesQuery {
  constructor(
    private readonly lists: Lists,
    private readonly life: SchoolLifeQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 409 where nothing is due */
  async logbook(code: string, schoolId: SchoolId): Promise<Rhythmic> {
    const logbook = await logbookAt(this.lists, schoolId, code);
    const { rhythm } = logbook.form;
    if (rhythm === null) throw conflict('logbook.has-no-rhythm');
    return { ...logbook, rhythm };
  }

  /** @throws Problem 400 for too many days */
  async list(input: DuesAsked, logbook: Rhythmic, schoolId: SchoolId): Promise<Page<DueView>> {
    const from = numberAfter(input.cursor);
    const days = this.daysOf(input);
    const [{ dues, subjects }] = (await this.duesOf(schoolId, [logbook], days)) as [Looked];
    const byClass = isByClass(logbook.rhythm);
    const names = new Map(subjects?.map(({ id, name }) => [id, name]));
    const wanted = dues.filter(({ state }) => input.state === undefined || state === input.state);
    return pageOf(
      wanted.slice(from, from + input.limit + 1).map((due, at) => ({ due, at: from + at + 1 })),
      input.limit,
      ({ due: { name, subjectId, ...due } }): DueView => ({
        period: name,
        ...due,
        readerId: byClass ? null : subjectId,
        classId: byClass ? subjectId : null,
        className: byClass && subjectId !== null ? (names.get(subjectId) ?? null) : null,
      }),
      ({ at }) => [at],
    );
  }

  /** All logbooks of a school in which something is due. */
  async standings(
    input: StandingsAsked,
    schoolId: SchoolId,
    language: Language,
  ): Promise<Page<StandingView>> {
    const days = this.daysOf(input);
    const after = numberAfter(input.cursor);
    const rhythmic = (await logbooksAt(this.lists, schoolId)).flatMap((logbook) =>
      logbook.form.rhythm === null || logbook.retired ? [] : [{ ...logbook, rhythm: logbook.form.rhythm }],
    );
    const page = rhythmic.slice(after, after + input.limit + 1);
    const looked = await this.duesOf(schoolId, page, days);
    return pageOf(
      page.map((logbook, at) => ({ logbook, dues: looked[at]?.dues ?? [], at: after + at + 1 })),
      input.limit,
      ({ logbook: { code, form, rhythm }, dues }): StandingView => ({
        logbook: code,
        name: form.name[language],
        every: rhythm.every,
        ...tallyOf(dues),
      }),
      ({ at }) => [at],
    );
  }

  private async duesOf(schoolId: SchoolId, logbooks: readonly Rhythmic[], days: Days): Promise<Looked[]> {
    const today = this.clock.today();
    // A period that has begun before the days that are asked about is looked at as a whole.
    const wide = {
      from: addDays(days.from, -LONGEST_PERIOD_DAYS),
      to: addDays(days.to, LONGEST_PERIOD_DAYS),
    };
    const calendar = await this.life.days(schoolId, wide.from, wide.to);
    const codes = logbooks.map(({ code }) => code);
    const entries = await this.lists.rows<EntryDay & { readonly code: string }>(ENTRIES, [
      schoolId,
      codes,
      wide.from,
      wide.to,
    ]);
    const expected = await this.lists.rows<{ code: string; expected: string[] }>(EXPECTED, [schoolId, codes]);
    const subjectsOf = this.subjects(
      schoolId,
      days.to,
      new Map(expected.map((row) => [row.code, row.expected])),
    );
    const looked: Looked[] = [];
    for (const { code, rhythm } of logbooks) {
      const subjects = await subjectsOf(code, rhythm);
      const periods = duePeriods(rhythm, days, calendar);
      if (periods.length * (subjects?.length ?? 1) > MOST_DUES)
        throw invalid({ pointer: '?from', code: 'too-many' });
      const own = entries.filter((entry) => entry.code === code);
      looked.push({ dues: duesOf(periods, subjects?.map(({ id }) => id) ?? null, own, today), subjects });
    }
    return looked;
  }

  /** Whose entries are expected, each kind of them read once; null: anybody's. */
  private subjects(
    schoolId: SchoolId,
    on: CalendarDay,
    expected: ReadonlyMap<string, readonly string[]>,
  ): (code: string, rhythm: Rhythm) => Promise<readonly Named[] | null> {
    let classes: ReturnType<SchoolLifeQuery['classes']> | undefined;
    let teachers: Promise<string[]> | undefined;
    return async (code, { subjects }) => {
      switch (subjects) {
        case null:
          return null;
        case 'named':
          return (expected.get(code) ?? []).map((id) => ({ id, name: null }));
        case 'teacher':
          teachers ??= this.life.teachers(schoolId);
          return (await teachers).map((id) => ({ id, name: null }));
        case 'class':
        case 'new-class': {
          classes ??= this.life.classes(schoolId, on);
          const year = schoolYearOf(on);
          return (await classes)
            .filter(({ entryYear }) => subjects === 'class' || entryYear === year)
            .map(({ classId, name }) => ({ id: classId, name }));
        }
      }
    };
  }

  /** @throws Problem 400 for days that run backwards, or too many */
  private daysOf({ from, to }: { readonly from?: string; readonly to?: string }): Days {
    const last = (to ?? this.clock.today()) as CalendarDay;
    const first = (from ?? addDays(last, -30)) as CalendarDay;
    if (first > last) throw invalid({ pointer: '?from', code: 'after-its-end' });
    if (daysBetween(first, last) > MOST_DAYS) throw invalid({ pointer: '?from', code: 'too-many' });
    return { from: first, to: last };
  }
}

type Looked = { readonly dues: readonly Due[]; readonly subjects: readonly Named[] | null };

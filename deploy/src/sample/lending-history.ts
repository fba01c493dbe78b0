import type { SampleCopies, SampleReader, SampleSchool } from './sample-county.js';
import { addDays, weekdayOf, type Day, type TermDays } from './school-year.js';
import type { Chance } from './seeded-chance.js';

export type DeskAct = {
  readonly school: SampleSchool;
  readonly barcode: string;
  readonly cardNumber: string;
};

/** What happens at the desks of the county on one day, in this order. */
export type LendingDay = {
  readonly day: Day;
  readonly returns: readonly DeskAct[];
  readonly renewals: readonly DeskAct[];
  readonly checkouts: readonly DeskAct[];
};

type OpenLoan = DeskAct & { readonly title: number; readonly backOn: Day; renewOn: Day | null };

/** Below the seeded policy of the county (5 copies for 30 days, 20 for 90 for teachers), so that nothing is refused. */
const mostOpen = { student: 4, teacher: 8, staff: 4 } as const;
const studentsOfAClass = 5;
const teachersOfASchool = 3;

/**
 * Who borrowed what in a term: each class has its borrowing day, Tuesday or Thursday (CIR-005: one slot a week), some
 * pupils of it come, most bring a book back within three weeks, some renew, a few forget. Pure; the same for one seed.
 */
export function lendingHistory(
  schools: ReadonlyMap<SampleSchool, { readers: readonly SampleReader[]; copies: readonly SampleCopies[] }>,
  days: readonly Day[],
  term: TermDays,
  today: Day,
  chance: Chance,
): LendingDay[] {
  const isOver = today > term.endsOn;
  const lastDays = new Set(isOver ? days.slice(-4) : []);
  const open = new Map<string, OpenLoan>();
  const openOf = new Map<string, number>();
  const keepsABook = new Set<string>();
  const shelves = new Map(
    [...schools].map(([school, { copies }]) => [
      school,
      copies
        .filter(({ work }) => !work.readingRoomOnly)
        .flatMap(({ work, barcodes }) =>
          barcodes.map((barcode) => ({ barcode, title: work.number, sections: work.sections })),
        ),
    ]),
  );
  const titlesOut = (card: string): number[] =>
    [...open.values()].filter(({ cardNumber }) => cardNumber === card).map(({ title }) => title);

  const lend = (school: SampleSchool, reader: SampleReader, day: Day): DeskAct | null => {
    const already = openOf.get(reader.cardNumber) ?? 0;
    if (already >= mostOpen[reader.kind] || keepsABook.has(reader.cardNumber)) return null;
    const shelf = shelves.get(school) ?? [];
    const out = titlesOut(reader.cardNumber);
    for (let tries = 0; tries < 20; tries += 1) {
      const copy = chance.pick(shelf);
      const suits = !reader.schoolClass || copy.sections.includes(reader.schoolClass.section);
      if (!suits || open.has(copy.barcode) || out.includes(copy.title)) continue;
      const forgets = chance.below(40) === 0;
      if (forgets) keepsABook.add(reader.cardNumber);
      const act = { school, barcode: copy.barcode, cardNumber: reader.cardNumber };
      open.set(copy.barcode, {
        ...act,
        title: copy.title,
        backOn: forgets ? '9999-12-31' : addDays(day, 5 + chance.below(13)),
        renewOn: reader.kind === 'student' && !forgets && chance.below(9) === 0 ? addDays(day, 7) : null,
      });
      openOf.set(reader.cardNumber, already + 1);
      return act;
    }
    return null;
  };

  return days.map((day) => {
    const returns = [...open.values()].filter(
      (loan) => loan.backOn <= day || (lastDays.has(day) && day === days.at(-1)),
    );
    for (const loan of returns) {
      open.delete(loan.barcode);
      openOf.set(loan.cardNumber, (openOf.get(loan.cardNumber) ?? 1) - 1);
    }
    const renewals = [...open.values()].filter(({ renewOn }) => renewOn !== null && renewOn <= day);
    for (const loan of renewals) loan.renewOn = null;
    const checkouts: DeskAct[] = [];
    if (!lastDays.has(day)) {
      for (const [school, { readers }] of schools) {
        const classes = [...new Set(readers.map(({ schoolClass }) => schoolClass))].filter(
          (each) => each !== null,
        );
        for (const [at, schoolClass] of classes.entries()) {
          if (at % 2 !== (weekdayOf(day) === 2 ? 0 : 1)) continue;
          const pupils = chance.shuffled(readers.filter((reader) => reader.schoolClass === schoolClass));
          for (const pupil of pupils.slice(0, studentsOfAClass)) pushIf(checkouts, lend(school, pupil, day));
        }
        const teachers = chance.shuffled(readers.filter(({ kind }) => kind === 'teacher'));
        for (const teacher of teachers.slice(0, teachersOfASchool))
          pushIf(checkouts, lend(school, teacher, day));
      }
    }
    const actOf = ({ school, barcode, cardNumber }: OpenLoan): DeskAct => ({ school, barcode, cardNumber });
    return { day, returns: returns.map(actOf), renewals: renewals.map(actOf), checkouts };
  });
}

const pushIf = <T>(list: T[], item: T | null): void => {
  if (item !== null) list.push(item);
};

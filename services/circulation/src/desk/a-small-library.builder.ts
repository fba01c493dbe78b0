/**
 * A small library, written down once more and as plainly as it goes, without a line of what the product decides by: three titles, a desk,
 * readers who borrow, lose, pay and wait. What the service answers and what it keeps has to be the same after every step.
 */
export const RULES = {
  loanDays: 7,
  loanLimit: 2,
  renewals: 1,
  holdLimit: 2,
  holdShelfDays: 2,
  endsWithTerm: false,
  whenClosed: 'next-open',
  sameTitle: 'deny',
  blockOnOverdue: true,
  readingNoteEvery: null,
} as const;

export type Action =
  | { readonly does: 'lend' | 'return' | 'renew' | 'lose'; readonly copy: number; readonly reader: number }
  | { readonly does: 'settle'; readonly reader: number }
  | { readonly does: 'hold'; readonly copy: number; readonly reader: number; readonly thisCopy: boolean }
  | { readonly does: 'cancel'; readonly copy: number; readonly reader: number }
  | { readonly does: 'sleep'; readonly days: number };

type Loan = { copy: number; reader: number; dueOn: string; renewals: number };
type Hold = {
  title: number;
  reader: number;
  /** The one copy that is wanted; null: any of the title. */
  wanted: number | null;
  /** The copy that lies ready, and until when. */
  ready: { copy: number; until: string } | null;
};
/** What is kept, in an order that two of them can be compared in. */
export type Kept = {
  readonly loans: readonly string[];
  readonly holds: readonly string[];
  readonly copies: readonly string[];
  readonly debts: readonly number[];
};

const plus = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
const isOpen = (day: string): boolean => ![0, 6].includes(new Date(day).getUTCDay());
const openFrom = (day: string): string => (isOpen(day) ? day : openFrom(plus(day, 1)));
const openAfter = (day: string, days: number): string =>
  days === 0 ? day : openAfter(openFrom(plus(day, 1)), days - 1);

export class SmallLibrary {
  private loans: Loan[] = [];
  private holds: Hold[] = [];
  private readonly lost = new Set<number>();
  private readonly debts: number[];

  /** @param titles of each copy its title @param today an open day */
  constructor(
    private readonly titles: readonly number[],
    readers: number,
    public today: string,
  ) {
    this.debts = Array.from({ length: readers }, () => 0);
  }

  /** Codes of the refusal; none where it was done; null where there is nothing to do it with. */
  does(action: Action): readonly string[] | null {
    const refused = this.act(action);
    if (refused === null || refused.length > 0) return refused;
    this.serve();
    return refused;
  }

  private act(action: Action): readonly string[] | null {
    switch (action.does) {
      case 'lend':
        return this.lend(action.copy, action.reader);
      case 'return':
        return this.giveBack(action.copy);
      case 'renew':
        return this.renew(action.copy);
      case 'lose':
        return this.lose(action.copy);
      case 'settle':
        return this.settle(action.reader);
      case 'hold':
        return this.hold(action.copy, action.reader, action.thisCopy);
      case 'cancel':
        return this.cancel(action.copy, action.reader);
      case 'sleep':
        this.today = plus(this.today, action.days);
        this.expire();
        return [];
    }
  }

  /** One hold after the other, each copy to the next who waits before another copy is free. */
  private expire(): void {
    const over = this.holds.filter(({ ready }) => ready !== null && ready.until < this.today);
    for (const hold of over) {
      this.holds = this.holds.filter((other) => other !== hold);
      this.serve();
    }
  }

  private lend(copy: number, reader: number): readonly string[] {
    const title = this.title(copy);
    const out = this.loanOf(copy) !== undefined;
    const keptFor = this.holds.find(({ ready }) => ready?.copy === copy)?.reader ?? reader;
    const refused = [
      ...(this.lost.has(copy) ? ['copy.not-lendable'] : []),
      ...(out ? ['copy.already-on-loan'] : []),
      ...(keptFor === reader ? [] : ['copy.held-for-another-reader']),
      ...this.against(reader),
      ...(!out && this.loansOf(reader).some((loan) => this.title(loan.copy) === title)
        ? ['reader.same-title-on-loan']
        : []),
    ];
    if (refused.length > 0) return refused;
    this.loans.push({ copy, reader, dueOn: openFrom(plus(this.today, RULES.loanDays)), renewals: 0 });
    this.holds = this.holds.filter(
      (hold) =>
        hold.title !== title || hold.reader !== reader || (hold.ready !== null && hold.ready.copy !== copy),
    );
    return [];
  }

  /** What keeps a reader from borrowing, whatever the copy. */
  private against(reader: number): string[] {
    return [
      ...(this.loansOf(reader).length >= RULES.loanLimit ? ['reader.at-limit'] : []),
      ...(this.loansOf(reader).some(({ dueOn }) => dueOn < this.today) ? ['reader.has-overdue'] : []),
      ...((this.debts[reader] ?? 0) > 0 ? ['reader.owes-compensation'] : []),
    ];
  }

  private giveBack(copy: number): readonly string[] {
    this.loans = this.loans.filter((loan) => loan.copy !== copy);
    this.lost.delete(copy);
    return [];
  }

  private renew(copy: number): readonly string[] | null {
    const loan = this.loanOf(copy);
    if (loan === undefined) return null;
    const dueOn = openFrom(plus(this.today, RULES.loanDays));
    const others = this.loansOf(loan.reader).filter((other) => other !== loan);
    const waiting = this.holds.filter(
      ({ title, wanted, ready, reader }) =>
        ready === null &&
        title === this.title(copy) &&
        (wanted === null || wanted === copy) &&
        reader !== loan.reader,
    );
    const refused = [
      ...(loan.dueOn < this.today ? ['loan.overdue'] : []),
      ...(others.some((other) => other.dueOn < this.today) ? ['reader.has-overdue'] : []),
      ...(waiting.length > 0 ? ['title.held-by-others'] : []),
      ...(loan.renewals >= RULES.renewals ? ['loan.renewals-used-up'] : []),
      ...(dueOn <= loan.dueOn ? ['loan.not-later'] : []),
    ];
    if (refused.length > 0) return refused;
    loan.dueOn = dueOn;
    loan.renewals += 1;
    return [];
  }

  private lose(copy: number): readonly string[] | null {
    const loan = this.loanOf(copy);
    if (loan === undefined) return null;
    this.loans = this.loans.filter((other) => other !== loan);
    this.lost.add(copy);
    this.debts[loan.reader] = (this.debts[loan.reader] ?? 0) + 1;
    this.holds = this.holds.filter(({ wanted }) => wanted !== copy);
    return [];
  }

  private settle(reader: number): readonly string[] | null {
    if ((this.debts[reader] ?? 0) === 0) return null;
    this.debts[reader] = (this.debts[reader] ?? 0) - 1;
    return [];
  }

  private hold(copy: number, reader: number, thisCopy: boolean): readonly string[] {
    const title = this.title(copy);
    const own = this.holds.filter((hold) => hold.reader === reader);
    const couldCome = this.titles.some(
      (of, other) => of === title && !this.lost.has(other) && (!thisCopy || other === copy),
    );
    const refused = [
      ...(own.length >= RULES.holdLimit ? ['hold.at-limit'] : []),
      ...(own.some((hold) => hold.title === title) ? ['hold.already-waiting'] : []),
      ...(this.loansOf(reader).some((loan) => this.title(loan.copy) === title)
        ? ['hold.on-loan-to-reader']
        : []),
      ...(couldCome ? [] : ['hold.no-copies']),
    ];
    if (refused.length > 0) return refused;
    this.holds.push({ title, reader, wanted: thisCopy ? copy : null, ready: null });
    return [];
  }

  private cancel(copy: number, reader: number): readonly string[] | null {
    const title = this.title(copy);
    const hold = this.holds.find((one) => one.title === title && one.reader === reader);
    if (hold === undefined) return null;
    this.holds = this.holds.filter((one) => one !== hold);
    return [];
  }

  /** In the order in which they came, whoever may borrow gets a copy that lies free, if all before keep theirs. */
  private serve(): void {
    const free = this.titles.flatMap((_, copy) => (this.liesFree(copy) ? [copy] : []));
    const lucky: Hold[] = [];
    for (const hold of this.holds)
      if (hold.ready === null && this.against(hold.reader).length === 0 && this.seats([...lucky, hold], free))
        lucky.push(hold);
    const seats = this.seats(lucky, free) ?? [];
    lucky.forEach((hold, at) => {
      hold.ready = { copy: seats[at] ?? -1, until: openAfter(this.today, RULES.holdShelfDays) };
    });
  }

  /** A copy for each, tried out one way after the other; null: there are not enough. */
  private seats(waiting: readonly Hold[], free: readonly number[]): number[] | null {
    const [first, ...rest] = waiting;
    if (first === undefined) return [];
    for (const copy of free) {
      if (this.title(copy) !== first.title || (first.wanted !== null && first.wanted !== copy)) continue;
      const others = this.seats(
        rest,
        free.filter((other) => other !== copy),
      );
      if (others !== null) return [copy, ...others];
    }
    return null;
  }

  /** Which of two free copies lies ready for whom is not ruled: what the service chose is taken over, where it serves. */
  agreeOn(chosen: ReadonlyMap<string, number>): void {
    for (const hold of this.holds) {
      const copy = chosen.get(`${String(hold.title)} ${String(hold.reader)}`);
      if (hold.ready === null || copy === undefined || this.title(copy) !== hold.title) continue;
      if (hold.wanted === null || hold.wanted === copy) hold.ready.copy = copy;
    }
  }

  kept(): Kept {
    return {
      loans: this.loans
        .map(({ copy, reader, dueOn, renewals }) => [copy, reader, dueOn, renewals].join(' '))
        .sort(),
      holds: this.holds
        .map(({ title, reader, wanted, ready }) =>
          [
            title,
            reader,
            wanted ?? 'any',
            ready === null ? 'waits' : `${ready.copy} until ${ready.until}`,
          ].join(' '),
        )
        .sort(),
      copies: this.titles.map((_, copy) => this.stateOf(copy)),
      debts: [...this.debts],
    };
  }

  private stateOf(copy: number): string {
    if (this.loanOf(copy) !== undefined) return 'on-loan';
    if (this.lost.has(copy)) return 'lost';
    return this.holds.some(({ ready }) => ready?.copy === copy) ? 'hold-shelf' : 'in';
  }
  private readonly liesFree = (copy: number): boolean => this.stateOf(copy) === 'in';
  private readonly title = (copy: number): number => this.titles[copy] ?? -1;
  private readonly loanOf = (copy: number): Loan | undefined => this.loans.find((loan) => loan.copy === copy);
  private readonly loansOf = (reader: number): Loan[] => this.loans.filter((loan) => loan.reader === reader);
}

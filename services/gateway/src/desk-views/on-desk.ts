import type {
  CompensationOnDesk,
  HoldOnDesk,
  LoanOnDesk,
  ReaderOnDesk,
  ReasonOnDesk,
} from './desk-views.http.js';

/** A loan as circulation tells it; the desk shows less. */
export type ToldLoan = LoanOnDesk & { readonly readerId: string | null };
/** How a reader stands, as circulation tells it. */
export type ReportedStanding = {
  readonly readerId: string;
  readonly notesOwed: number;
  readonly limit: number | null;
  readonly mayBorrow: boolean;
  readonly reasons: readonly ReasonOnDesk[];
};

export const readerOnDesk = ({ id, name, cardNumber, className }: ReaderOnDesk): ReaderOnDesk => ({
  id,
  name,
  cardNumber,
  className,
});

const bookOf = ({
  title,
  copyBarcode,
  callNumber,
  id,
  titleId,
}: LoanOnDesk | CompensationOnDesk | HoldOnDesk) => ({
  title,
  copyBarcode,
  callNumber,
  id,
  titleId,
});

export const loanOnDesk = (loan: LoanOnDesk): LoanOnDesk => ({
  ...bookOf(loan),
  copyId: loan.copyId,
  schoolId: loan.schoolId,
  loanedOn: loan.loanedOn,
  dueOn: loan.dueOn,
  renewals: loan.renewals,
  mode: loan.mode,
  status: loan.status,
});

export const compensationOnDesk = (compensation: CompensationOnDesk): CompensationOnDesk => ({
  ...bookOf(compensation),
  owedOn: compensation.owedOn,
  owedFen: compensation.owedFen,
});

export const holdOnDesk = (hold: HoldOnDesk): HoldOnDesk => ({
  ...bookOf(hold),
  pickupSchoolId: hold.pickupSchoolId,
  ...(hold.pickUpByOn === undefined ? {} : { pickUpByOn: hold.pickUpByOn }),
});

export const reasonOnDesk = ({ code, title, severity, facts }: ReasonOnDesk): ReasonOnDesk => ({
  code,
  title,
  severity,
  ...(facts === undefined ? {} : { facts }),
});

/** Loans, and those of them that are overdue; null stays null. */
export const loansOnDesk = (
  told: readonly LoanOnDesk[] | null,
): { readonly loans: LoanOnDesk[] | null; readonly overdue: LoanOnDesk[] | null } => {
  const loans = told?.map(loanOnDesk) ?? null;
  return { loans, overdue: loans?.filter(({ status }) => status === 'overdue') ?? null };
};

import { EntitySchema } from 'typeorm';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';

/** A figure of the account: 藏书量 12000 册. */
export type Figure = { readonly name: string; readonly value: string };

export type YearlyAccount = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly year: number;
  readonly title: string;
  readonly text: string;
  readonly figures: readonly Figure[];
  readonly publishedOn: CalendarDay | null;
  readonly publishedBy: string | null;
  readonly version: number;
  readonly writtenOn: CalendarDay;
  readonly writtenBy: string;
};

export const yearlyAccountTable = new EntitySchema<YearlyAccount>({
  name: 'yearly_account',
  columns: {
    id: { type: 'uuid', primary: true },
    schoolId: { type: 'uuid', name: 'school_id' },
    year: { type: 'int' },
    title: { type: 'text' },
    text: { type: 'text' },
    figures: { type: 'jsonb' },
    publishedOn: { type: 'date', name: 'published_on', nullable: true },
    publishedBy: { type: 'text', name: 'published_by', nullable: true },
    version: { type: 'int' },
    writtenOn: { type: 'date', name: 'written_on' },
    writtenBy: { type: 'text', name: 'written_by' },
  },
});

/** An account `y` with its remarks that are not hidden. */
export const ACCOUNT_VIEW = `select y.id, y.school_id as "schoolId", y.year, y.title, y.text, y.figures,
    y.published_on::text as "publishedOn", y.published_by as "publishedBy", y.version, y.written_on::text as "writtenOn",
    y.written_by as "writtenBy", r.remarks, r.answered
  from yearly_account y cross join lateral (
    select count(*)::int as remarks, count(r.answer)::int as answered
    from account_remark r where r.account_id = y.id and r.hidden_on is null) r`;

/** A remark `r`; who made it is known to the library as an account. */
export const REMARK_VIEW = `select r.id, r.account_id as "accountId", r.asker, r.text, r.made_on::text as "madeOn", r.answer,
    r.answered_on::text as "answeredOn", r.hidden_on::text as "hiddenOn"
  from account_remark r`;

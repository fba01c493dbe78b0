import type { SchoolId } from '@shulian/contracts/ids';
import { unknownReference, type Rows } from '@shulian/service-kit';
import type { Form, FormField } from './rules/form.js';
import { shippedForm, shippedForms } from './rules/shipped-forms.js';

/** A logbook as it is kept at a school: its own, or else the county's, or else the one that comes with the system. */
export type Logbook = {
  readonly code: string;
  readonly id: string | null;
  readonly schoolId: SchoolId | null;
  readonly version: number;
  readonly retired: boolean;
  readonly form: Form;
};

const MADE = `select l.code, l.id, l.school_id as "schoolId", l.version, l.retired, f.form
  from logbook l join logbook_form f on f.logbook_id = l.id and f.version = l.version
  where (l.school_id is null or l.school_id = $1) and ($2::text is null or l.code = $2)
  order by l.code, l.school_id nulls last`;
/** All forms that entries of the code may have been written in, newest first. */
const EVER = `select f.form from logbook l join logbook_form f on f.logbook_id = l.id
  where (l.school_id is null or l.school_id = $1) and l.code = $2
  order by l.school_id nulls last, f.version desc`;

const asShipped = ({ code, version, form }: (typeof shippedForms)[number]): Logbook => ({
  code,
  id: null,
  schoolId: null,
  version,
  retired: false,
  form,
});

/** @param schoolId null: of the county, without any school's own. In the order of their codes */
export async function logbooksAt(rows: Rows, schoolId: SchoolId | null): Promise<Logbook[]> {
  const made = await rows.rows<Logbook>(MADE, [schoolId, null]);
  const byCode = new Map(shippedForms.map((shipped) => [shipped.code, asShipped(shipped)]));
  // The school's comes first of its code, and stands in the place of the county's.
  for (const logbook of made.toReversed()) byCode.set(logbook.code, logbook);
  return [...byCode.values()].sort((one, other) => (one.code < other.code ? -1 : 1));
}

/** @throws Problem 422 when there is none of this code */
export async function logbookAt(rows: Rows, schoolId: SchoolId | null, code: string): Promise<Logbook> {
  const [made] = await rows.rows<Logbook>(MADE, [schoolId, code]);
  if (made !== undefined) return made;
  const shipped = shippedForm(code);
  if (shipped === null) throw unknownReference('/logbook');
  return asShipped(shipped);
}

/** All forms of a code that a school has seen, the one in force first. */
export async function formsEver(rows: Rows, schoolId: SchoolId | null, code: string): Promise<Form[]> {
  const made = await rows.rows<{ form: Form }>(EVER, [schoolId, code]);
  const shipped = shippedForm(code);
  return [...made.map(({ form }) => form), ...(shipped === null ? [] : [shipped.form])];
}

/** The fields of all these forms: those of the first, then what only older ones ask for. */
export const fieldsOf = (forms: readonly Form[]): FormField[] => {
  const byKey = new Map<string, FormField>();
  for (const { fields } of forms)
    for (const field of fields) if (!byKey.has(field.key)) byKey.set(field.key, field);
  return [...byKey.values()];
};

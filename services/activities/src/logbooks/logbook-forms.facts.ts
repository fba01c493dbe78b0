import type { SchoolId } from '@shulian/contracts/ids';
import { invalid, unknownThing, type Rows } from '@shulian/service-kit';
import { toForm, type FormContentAsked, type LogbookFormView } from './logbook-forms.http.js';
import { formsEver } from './logbooks.facts.js';
import { formFaults, type Form } from './rules/form.js';

const VIEW = `select l.id, l.version, l.code, l.school_id as "schoolId", l.retired,
    (select jsonb_agg(jsonb_build_object('version', f.version, 'madeOn', f.made_on, 'madeBy', f.made_by, 'form', f.form)
       order by f.version desc) from logbook_form f where f.logbook_id = l.id) as versions
  from logbook l where l.id = $1`;

/** A logbook that was made here. @throws Problem 404 */
export async function formView(rows: Rows, id: string): Promise<LogbookFormView> {
  const [row] = await rows.rows<LogbookFormView>(VIEW, [id]);
  if (row === undefined) throw unknownThing();
  return row;
}

/** The form that was asked for. @throws Problem 400 with all that is wrong with it */
export async function soundForm(
  rows: Rows,
  schoolId: SchoolId | null,
  code: string,
  input: FormContentAsked,
): Promise<Form> {
  const form = toForm(input);
  const faults = formFaults(form, await formsEver(rows, schoolId, code));
  if (faults.length > 0) throw invalid(...faults);
  return form;
}

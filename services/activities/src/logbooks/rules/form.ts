/** What a thing is called, in both languages. */
export type Words = { readonly zh: string; readonly en: string };

export const WRITERS = [
  'librarian',
  'school-head',
  'teacher',
  'class-helper',
  'reader',
  'county-admin',
] as const;
export type Writer = (typeof WRITERS)[number];
export const SIGNERS = ['librarian', 'school-head'] as const;
export type Signer = (typeof SIGNERS)[number];
/** Who may see all entries of a school, besides those who run its library. */
export const LOOKERS = ['teacher', 'class-helper', 'reader', 'county-admin', 'county-viewer'] as const;
export type Looker = (typeof LOOKERS)[number];

export const FIELD_TYPES = [
  'text',
  'number',
  'day',
  'time',
  'choice',
  'choices',
  'yes-no',
  'reader',
  'readers',
  'class',
  'title',
  /** a room or place, by the name that the school gives it */
  'room',
  /** an entry of another logbook of the school, which this one belongs to */
  'entry',
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

export type Choice = { readonly code: string } & Words;
export type FormField = {
  readonly key: string;
  readonly name: Words;
  readonly type: FieldType;
  readonly required: boolean;
  /** Of a choice. */
  readonly choices: readonly Choice[];
  /** Of an entry: the code of its logbook. */
  readonly of: string | null;
  /** Of a number. */
  readonly min: number;
  readonly max: number;
  readonly decimals: number;
  /** Of a number: whether adding it up says anything. */
  readonly summed: boolean;
};

export const RHYTHMS = ['day', 'week', 'month', 'term', 'year'] as const;
/** `year` is the school year, September to August. */
export type RhythmUnit = (typeof RHYTHMS)[number];
export const SUBJECTS = ['class', 'new-class', 'teacher', 'named'] as const;
/** Whose entry is expected: of each class, each class of the first year, each teacher, each person the school has named. */
export type SubjectKind = (typeof SUBJECTS)[number];
export const DUE_BY = ['start', 'end'] as const;
export type Rhythm = {
  readonly every: RhythmUnit;
  /** Of a week: on which day, 1 (Monday) to 7. */
  readonly weekday: number | null;
  /** Whether it is due by the first day of the period, as a plan is, or by its last one. */
  readonly due: (typeof DUE_BY)[number];
  /** Days after that until an entry is late. */
  readonly graceDays: number;
  readonly subjects: SubjectKind | null;
};

export type Status = Choice & { readonly settles: boolean };
export type Form = {
  readonly name: Words;
  readonly about: Words;
  readonly writers: readonly Writer[];
  readonly signers: readonly Signer[];
  readonly openTo: readonly Looker[];
  /** Whether all schools of the county see each other's entries. */
  readonly shared: boolean;
  readonly rhythm: Rhythm | null;
  /** What an entry goes through, beginning with the first; empty: nothing is followed up. */
  readonly statuses: readonly Status[];
  /** A survey: each person answers once, and nobody learns who said what. */
  readonly oncePerWriter: boolean;
  readonly anonymous: boolean;
  readonly opensOn: string | null;
  readonly closesOn: string | null;
  readonly fields: readonly FormField[];
};

/** A place in a form that cannot be, as a JSON pointer with a code. */
export type FormFault = { readonly pointer: string; readonly code: string };

const PEOPLE: readonly FieldType[] = ['reader', 'readers'];
const CHOOSING: readonly FieldType[] = ['choice', 'choices'];

const repeated = (values: readonly string[]): number =>
  values.findIndex((value, at) => values.indexOf(value) < at);

/** Whether each class owes an entry of its own. */
export const isByClass = ({ subjects }: Rhythm): boolean => subjects === 'class' || subjects === 'new-class';

/** Which field says whose entry it is, by the form's rhythm; null where nobody in particular is expected. */
export const subjectField = ({ rhythm, fields }: Form): FormField | null => {
  if (rhythm?.subjects == null) return null;
  const type = isByClass(rhythm) ? 'class' : 'reader';
  return fields.find((field) => field.type === type && field.required) ?? null;
};

/**
 * What is wrong with a form in itself.
 * @param others forms of the same code that have entries or could have: a field keeps its type for good
 */
export function formFaults(form: Form, others: readonly Form[]): FormFault[] {
  const faults: FormFault[] = [];
  const twice = repeated(form.fields.map(({ key }) => key));
  if (twice >= 0) faults.push({ pointer: `/fields/${String(twice)}/key`, code: 'not-unique' });
  for (const [at, field] of form.fields.entries())
    faults.push(...fieldFaults(field, `/fields/${String(at)}`));
  const statusTwice = repeated(form.statuses.map(({ code }) => code));
  if (statusTwice >= 0) faults.push({ pointer: `/statuses/${String(statusTwice)}/code`, code: 'not-unique' });
  if (form.statuses[0]?.settles === true)
    faults.push({ pointer: '/statuses/0/settles', code: 'begins-settled' });
  if (form.rhythm?.subjects != null && subjectField(form) === null)
    faults.push({ pointer: '/rhythm/subjects', code: 'no-field-for-it' });
  if (form.rhythm !== null && form.rhythm.every !== 'week' && form.rhythm.weekday !== null)
    faults.push({ pointer: '/rhythm/weekday', code: 'only-weekly' });
  // Those of the county see no child; and what nobody is to be known by names nobody.
  const hasPeople = form.fields.some(({ type }) => PEOPLE.includes(type));
  const leavesSchool = form.shared || form.openTo.some((role) => role.startsWith('county-'));
  if (hasPeople && (leavesSchool || form.writers.includes('county-admin')))
    faults.push({ pointer: '/fields', code: 'names-people' });
  if (form.anonymous && (hasPeople || !form.oncePerWriter))
    faults.push({ pointer: '/anonymous', code: 'not-anonymous' });
  if (form.opensOn !== null && form.closesOn !== null && form.closesOn < form.opensOn)
    faults.push({ pointer: '/closesOn', code: 'before-it-opens' });
  for (const other of others)
    for (const [at, { key, type }] of form.fields.entries()) {
      const before = other.fields.find((field) => field.key === key);
      if (before !== undefined && before.type !== type)
        faults.push({ pointer: `/fields/${String(at)}/type`, code: 'was-of-another-type' });
    }
  return faults;
}

function fieldFaults(field: FormField, pointer: string): FormFault[] {
  const faults: FormFault[] = [];
  const choosing = CHOOSING.includes(field.type);
  if (choosing !== field.choices.length > 0)
    faults.push({ pointer: `${pointer}/choices`, code: choosing ? 'missing' : 'only-of-choices' });
  if (repeated(field.choices.map(({ code }) => code)) >= 0)
    faults.push({ pointer: `${pointer}/choices`, code: 'not-unique' });
  if ((field.type === 'entry') !== (field.of !== null))
    faults.push({ pointer: `${pointer}/of`, code: field.type === 'entry' ? 'missing' : 'only-of-entries' });
  if (field.max < field.min) faults.push({ pointer: `${pointer}/max`, code: 'below-min' });
  return faults;
}

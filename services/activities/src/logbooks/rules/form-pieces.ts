import type { Choice, Form, FormField, Rhythm, Status, Words } from './form.js';

/** A form that comes with the system, for all schools; a school or the county may put its own in its place. */
export type ShippedForm = { readonly code: string; readonly version: number; readonly form: Form };

const words = (zh: string, en: string): Words => ({ zh, en });

const field = (
  type: FormField['type'],
  key: string,
  name: Words,
  more: Partial<FormField> = {},
): FormField => ({
  key,
  name,
  type,
  required: true,
  choices: [],
  of: null,
  min: 0,
  max: 1_000_000_000,
  decimals: 0,
  summed: type === 'number',
  ...more,
});

/** Code, what it is called in Chinese, and in English. */
export type Named = readonly [code: string, zh: string, en: string];
const choicesOf = (named: readonly Named[]): Choice[] => named.map(([code, zh, en]) => ({ code, zh, en }));

type Plain = (key: string, zh: string, en: string, more?: Partial<FormField>) => FormField;
const plain =
  (type: FormField['type']): Plain =>
  (key, zh, en, more) =>
    field(type, key, words(zh, en), more);

export const text = plain('text');
export const number = plain('number');
export const day = plain('day');
export const time = plain('time');
export const yesNo = plain('yes-no');
export const reader = plain('reader');
export const readers = plain('readers');
export const schoolClass = plain('class');
export const title = plain('title');
export const room = plain('room');
/** Points to an entry of the logbook `of`. */
export const entryOf = (of: string, key: string, zh: string, en: string): FormField =>
  field('entry', key, words(zh, en), { of });
export const choice = (key: string, zh: string, en: string, named: readonly Named[]): FormField =>
  field('choice', key, words(zh, en), { choices: choicesOf(named) });
/** One or several of them. */
export const choices = (key: string, zh: string, en: string, named: readonly Named[]): FormField =>
  field('choices', key, words(zh, en), { choices: choicesOf(named) });

/** It may be left empty. */
export const orNot = (asked: FormField): FormField => ({ ...asked, required: false });

export const every = (unit: Rhythm['every'], more: Partial<Rhythm> = {}): Rhythm => ({
  every: unit,
  weekday: null,
  due: 'end',
  graceDays: 0,
  subjects: null,
  ...more,
});

/** In this order; those behind `settled` ask for nothing more. */
export const statuses = (open: readonly Named[], settled: readonly Named[]): Status[] => [
  ...choicesOf(open).map((each) => ({ ...each, settles: false })),
  ...choicesOf(settled).map((each) => ({ ...each, settles: true })),
];

export const shipped = (
  [code, zh, en]: Named,
  more: Partial<Omit<Form, 'name' | 'fields'>>,
  fields: readonly FormField[],
): ShippedForm => ({
  code,
  version: 1,
  form: {
    name: words(zh, en),
    about: words('', ''),
    writers: ['librarian', 'school-head'],
    signers: [],
    openTo: [],
    shared: false,
    rhythm: null,
    statuses: [],
    oncePerWriter: false,
    anonymous: false,
    opensOn: null,
    closesOn: null,
    ...more,
    fields,
  },
});

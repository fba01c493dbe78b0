import type { Form, FormFault, FormField } from './form.js';

/** What an entry says, by the keys of its form. */
export type Said = Readonly<Record<string, string | number | boolean | readonly string[]>>;
/** What the values of an entry point to, each with the place where it stands. */
export type Link = {
  readonly kind: 'reader' | 'class' | 'title' | 'entry';
  readonly id: string;
  readonly pointer: string;
  /** Of an entry: the logbook it has to be in. */
  readonly of: string | null;
};
export type ReadValues = {
  readonly said: Said;
  readonly links: readonly Link[];
  readonly faults: readonly FormFault[];
};

/** Characters of a text, and of the name of a room. */
export const LONGEST_TEXT = 4_000;
export const LONGEST_ROOM = 60;
/** People in one field, as the pupils who came to a training. */
export const MOST_PEOPLE = 300;

// The same signs that the doors refuse in any text.
const NO_CONTROL = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\p{Cs}]*$/u;
const DAY = /^[1-9]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type One = { readonly value: Said[string] } | { readonly code: string };
const bad = (code: string): One => ({ code });

/**
 * Reads what was sent for a form: values of the fields' types, nothing that the form does not ask for, and all that it
 * requires. Null and an empty text are as good as nothing.
 */
export function readValues(form: Form, sent: Readonly<Record<string, unknown>>): ReadValues {
  const said: Record<string, Said[string]> = {};
  const faults: FormFault[] = [];
  const links: Link[] = [];
  for (const key of Object.keys(sent))
    if (!form.fields.some((field) => field.key === key))
      faults.push({ pointer: '/values', code: 'not-asked-for' });
  for (const field of form.fields) {
    const pointer = `/values/${field.key}`;
    const given = Object.hasOwn(sent, field.key) ? sent[field.key] : null;
    const value = typeof given === 'string' ? given.normalize('NFC').trim() : given;
    if (value === undefined || value === null || value === '') {
      if (field.required) faults.push({ pointer, code: 'missing' });
      continue;
    }
    const one = readOne(field, value);
    if ('code' in one) faults.push({ pointer, code: one.code });
    else {
      said[field.key] = one.value;
      links.push(...linksOf(field, one.value, pointer));
    }
  }
  return { said, links, faults };
}

function readOne(field: FormField, value: unknown): One {
  switch (field.type) {
    case 'number':
      return readNumber(field, value);
    case 'yes-no':
      return typeof value === 'boolean' ? { value } : bad('not-yes-or-no');
    case 'choice':
      return field.choices.some(({ code }) => code === value)
        ? { value: value as string }
        : bad('not-a-choice');
    case 'choices':
      return readList(value, field.choices.length, (each) => field.choices.some(({ code }) => code === each));
    case 'readers':
      return readList(value, MOST_PEOPLE, (each) => ID.test(each));
    case 'text':
    case 'room':
      return readText(value, field.type === 'text' ? LONGEST_TEXT : LONGEST_ROOM);
    case 'day':
      return typeof value === 'string' && DAY.test(value) && isDay(value) ? { value } : bad('not-a-day');
    case 'time':
      return typeof value === 'string' && TIME.test(value) ? { value } : bad('not-a-time');
    case 'reader':
    case 'class':
    case 'title':
    case 'entry': {
      const id = typeof value === 'string' ? value.toLowerCase() : '';
      return ID.test(id) ? { value: id } : bad('not-an-id');
    }
  }
}

function readNumber({ min, max, decimals }: FormField, value: unknown): One {
  if (typeof value !== 'number' || !Number.isFinite(value)) return bad('not-a-number');
  if (value < min) return bad('too-small');
  if (value > max) return bad('too-large');
  return Number(value.toFixed(decimals)) === value ? { value } : bad('too-many-decimals');
}

function readText(value: unknown, longest: number): One {
  if (typeof value !== 'string') return bad('not-a-text');
  if (value.length > longest) return bad('too-long');
  return NO_CONTROL.test(value) ? { value } : bad('control-characters');
}

function readList(value: unknown, most: number, fits: (each: string) => boolean): One {
  if (!Array.isArray(value)) return bad('not-a-list');
  if (value.length === 0) return bad('missing');
  if (value.length > most) return bad('too-many');
  const all = value.map((each: unknown) => (typeof each === 'string' ? each.toLowerCase() : ''));
  if (new Set(all).size < all.length) return bad('not-unique');
  return all.every(fits) ? { value: all } : bad('not-a-choice');
}

/** The thirtieth of February is none. */
const isDay = (text: string): boolean => new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

function linksOf({ type, of }: FormField, value: Said[string], pointer: string): Link[] {
  if (type === 'readers')
    return (value as readonly string[]).map((id) => ({ kind: 'reader', id, pointer, of: null }));
  if (type === 'reader' || type === 'class' || type === 'title' || type === 'entry')
    return [{ kind: type, id: value as string, pointer, of }];
  return [];
}

/** The value of the first field of a type that says anything. */
export const firstOf = (form: Form, said: Said, type: FormField['type']): string | null => {
  for (const field of form.fields) {
    const value = said[field.key];
    if (field.type === type && typeof value === 'string') return value;
  }
  return null;
};

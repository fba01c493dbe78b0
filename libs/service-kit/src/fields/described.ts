import { Transform } from 'class-transformer';
import { ValidateIf } from 'class-validator';

/** The description of a field for the API document; no key where nothing is said. */
export const described = (description: string | undefined): { description?: string } =>
  description === undefined ? {} : { description };

/** The checks below it are for a value: what is left out or null passes them. */
export const unlessNull = ValidateIf((_: object, value: unknown) => value !== undefined && value !== null);

/** Texts are kept without blanks around them and in one normal form, so that equal ones are equal. */
export const trimmed = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.normalize('NFC').trim() : value,
);

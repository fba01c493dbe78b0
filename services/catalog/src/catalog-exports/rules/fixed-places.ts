import type { TitleDescription } from '../../titles/rules/title.js';
import type { MarcDialect, MarcRecord } from '../../catalog-imports/rules/marc-record.js';
import type { DescribedField } from './field-places.js';

/** The general fields say year and language once more, in fixed places. */
const FIXED: Readonly<
  Record<MarcDialect, Partial<Record<DescribedField, readonly [tag: string, from: number, width: number]>>>
> = {
  unimarc: { publishedYear: ['100', 9, 4] },
  marc21: { publishedYear: ['008', 7, 4], languages: ['008', 35, 3] },
};

/** The record with what it says in fixed places of a field that was written. */
export const withFixed = (
  record: MarcRecord,
  name: DescribedField,
  wanted: TitleDescription,
  dialect: MarcDialect,
): MarcRecord => {
  const [tag = '', from = 0, width = 0] = FIXED[dialect][name] ?? [];
  const said = name === 'languages' ? wanted.languages[0] : wanted.publishedYear;
  const put = (value: string): string =>
    value.length < from + width
      ? value
      : value.slice(0, from) +
        String(said ?? '')
          .slice(0, width)
          .padEnd(width) +
        value.slice(from + width);
  return tag === ''
    ? record
    : {
        ...record,
        fields: record.fields.map((field) => {
          if (field.tag !== tag) return field;
          if (!('subfields' in field)) return { ...field, value: put(field.value) };
          return {
            ...field,
            subfields: field.subfields.map(({ code, value }) => ({
              code,
              value: code === 'a' ? put(value) : value,
            })),
          };
        }),
      };
};

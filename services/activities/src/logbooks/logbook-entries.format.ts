import type { Language, PrintedColumn, PrintedList, Words } from '@shulian/service-kit';
import type { EntryView } from './logbook-entries.http.js';
import type { OpenBook } from './logbook-entries.query.js';
import type { Said } from './rules/entry-values.js';
import type { FormField, Signer } from './rules/form.js';

const signerWords: Readonly<Record<Signer, Words>> = {
  librarian: { zh: '管理员', en: 'Librarian' },
  'school-head': { zh: '校领导', en: 'Head' },
};

/**
 * A logbook printed like a paper one: its columns as the form has them, with those that only older versions had, lines in
 * their numbers, what was struck out still to be read.
 * @param standing without what was corrected: what can be added up is added up at the foot
 */
export const printedEntries = ({ logbook, fields }: OpenBook, standing: boolean): PrintedList<EntryView> => {
  const { form, code } = logbook;
  return {
    name: code,
    title: form.name,
    columns: [
      { key: 'number', title: { zh: '编号', en: 'No.' }, type: 'integer' },
      { key: 'happenedOn', title: { zh: '日期', en: 'Day' }, type: 'day' },
      ...fields.map((field) => columnOf(field, standing)),
      ...(form.statuses.length === 0
        ? []
        : ([
            {
              key: 'status',
              title: { zh: '状态', en: 'Status' },
              type: 'text',
              words: Object.fromEntries(form.statuses.map((status) => [status.code, status])),
            },
            { key: 'answer', title: { zh: '答复或办理', en: 'Answer' }, type: 'text' },
          ] as const)),
      { key: 'remark', title: { zh: '更正', en: 'Correction' }, type: 'text', of: remarkOf },
      ...(form.signers.length === 0
        ? []
        : ([{ key: 'signedOn', title: { zh: '签字日期', en: 'Signed' }, type: 'day' }] as const)),
    ],
    signatures: form.signers.map((signer) => signerWords[signer]),
  };
};

const remarkOf = ({ superseded, strikes, why }: EntryView, language: Language): string | null => {
  const zh = language === 'zh';
  const parts = [
    ...(superseded ? [zh ? '已更正，不计' : 'corrected'] : []),
    ...(why === null
      ? []
      : [`${strikes ? (zh ? '划去' : 'struck out') : zh ? '更正' : 'corrects'}${zh ? '：' : ': '}${why}`]),
  ];
  return parts.length === 0 ? null : parts.join(zh ? '；' : '; ');
};

function columnOf(field: FormField, standing: boolean): PrintedColumn<EntryView> {
  const { key, name: title, type } = field;
  const of = (item: EntryView): Said[string] | undefined => item.values[key];
  switch (type) {
    case 'number':
      return {
        key,
        title,
        type: field.decimals === 0 ? 'integer' : 'decimal',
        of: (item) => of(item) as number | undefined,
        ...(standing && field.summed ? { total: 'sum' } : {}),
      };
    case 'day':
      return { key, title, type: 'day', of: (item) => of(item) as string | undefined };
    case 'yes-no':
      return { key, title, type: 'yes-no', of: (item) => of(item) as boolean | undefined };
    case 'reader':
      return {
        key,
        title,
        type: 'who',
        of: (item) => {
          const id = of(item);
          return typeof id === 'string' ? { kind: 'reader', id } : null;
        },
      };
    case 'readers':
      return {
        key,
        title,
        type: 'integer',
        of: (item) => (of(item) as readonly string[] | undefined)?.length,
      };
    case 'choice':
    case 'choices':
      return { key, title, type: 'text', of: (item, language) => chosen(field, of(item), language) };
    case 'class':
    case 'title':
    case 'entry':
      return {
        key,
        title,
        type: 'text',
        of: (item) => {
          const id = of(item) as string | undefined;
          return id === undefined ? null : (item.names?.[id] ?? id);
        },
      };
    case 'text':
    case 'time':
    case 'room':
      return { key, title, type: 'text', of: (item) => of(item) as string | undefined };
  }
}

const chosen = (
  { choices }: FormField,
  value: Said[string] | undefined,
  language: Language,
): string | null => {
  if (value === undefined) return null;
  const codes = Array.isArray(value) ? (value as readonly string[]) : [String(value)];
  return codes
    .map((code) => choices.find((choice) => choice.code === code)?.[language] ?? code)
    .join(language === 'zh' ? '、' : ', ');
};

import { descriptionOf, descriptionOfRecord } from '../catalog-imports/described-title.use-case.js';
import { titleFromList } from '../catalog-imports/rules/from-title-list.js';
import { listHeader } from '../catalog-imports/rules/list-columns.js';
import { trimmed, type MarcDialect, type MarcRecord } from '../catalog-imports/rules/marc-record.js';
import type { Title, TitleDescription } from '../titles/rules/title.js';
import type { DescribedField } from './rules/field-places.js';
import { LIST_COLUMNS, linesOf } from './rules/list-lines.js';
import { withEdits } from './rules/record-edits.js';

/** A record of a title as it goes out: as it came in, with what somebody wrote at the door since. */
export const handedOutRecord = (
  title: Title,
  { record, dialect }: { readonly record: MarcRecord; readonly dialect: MarcDialect },
  edited: ReadonlySet<string>,
): { readonly record: MarcRecord; readonly notCarried: readonly DescribedField[] } =>
  edited.size === 0
    ? { record, notCarried: [] }
    : withEdits(record, { id: title.id, description: title }, edited, dialect, (each) =>
        descriptionOfRecord(each, dialect),
      );

/** Of a line that names a copy these are the copy's. */
const OF_COPY: ReadonlySet<string> = new Set(['clc', 'otherClasses', 'priceFen']);

/** Whether a line of a list says of a title what our own list says of it now: then it says nothing new. */
export const isHandedOutLine = (present: TitleDescription, line: TitleDescription): boolean => {
  if (line.clc !== null && present.clc === null) return false;
  const [out = {}] = linesOf(present, []);
  const columns = listHeader(LIST_COLUMNS)?.columns ?? [];
  const cells = columns.flatMap((column, at) => {
    const value = trimmed(out[LIST_COLUMNS[at] ?? ''] ?? '');
    return column === null || value === null ? [] : [[column, value] as const];
  });
  const listed = titleFromList(new Map(cells));
  if ('refused' in listed) return false;
  const said = descriptionOf(listed.title, []);
  return (Object.keys(said) as (keyof TitleDescription)[]).every(
    (field) => OF_COPY.has(field) || JSON.stringify(said[field]) === JSON.stringify(line[field]),
  );
};

import { isSameDescription, type Title, type TitleDescription } from '../../titles/rules/title.js';

/** What is said of many titles at once: fields whose value does not tell one book from another. */
export type TitleEditChange = Partial<
  Pick<TitleDescription, 'clc' | 'publisher' | 'publishedIn' | 'audience' | 'binding' | 'languages'>
>;
export type EditedField = keyof TitleEditChange;

export type EditedTitle = {
  readonly title: Title;
  readonly after: Title;
  readonly before: TitleEditChange;
  readonly change: TitleEditChange;
};

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const picked = (title: TitleDescription, fields: readonly EditedField[]): TitleEditChange =>
  Object.fromEntries(fields.map((field) => [field, title[field]]));
export const fieldsIn = (change: TitleEditChange): EditedField[] => Object.keys(change) as EditedField[];

/** The titles that a change really changes, each with those fields that become others. */
export const editedTitles = (titles: readonly Title[], change: TitleEditChange): EditedTitle[] =>
  titles.flatMap((title) => {
    const fields = fieldsIn(change).filter((field) => !isSame(title[field], change[field]));
    const after = { ...title, ...picked({ ...title, ...change }, fields), version: title.version + 1 };
    return fields.length === 0 || isSameDescription(title, after)
      ? []
      : [{ title, after, before: picked(title, fields), change: picked(after, fields) }];
  });

/** The title as it was; null where somebody changed one of the fields since. */
export const restoredTitle = (
  title: Title,
  { before, after }: { readonly before: TitleEditChange; readonly after: TitleEditChange },
): Title | null =>
  fieldsIn(after).every((field) => isSame(title[field], after[field]))
    ? { ...title, ...before, version: title.version + 1 }
    : null;

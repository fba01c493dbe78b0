import { isWho, type TableOfLines, type WhoType } from '@shulian/service-kit';
import type { NamedReader } from './named-reader.js';

type Column = TableOfLines['columns'][number];
type PrintedColumn = Omit<Column, 'type'> & { readonly type: Exclude<Column['type'], WhoType> };
type Row = Readonly<Record<string, unknown>>;
type Language = TableOfLines['language'];

/** What is known of those whom a part of a list is about. */
export type KnownNames = {
  readonly readers: ReadonlyMap<string, NamedReader>;
  /** Class id → its name today. */
  readonly classes: ReadonlyMap<string, string>;
};

const heads = {
  name: { zh: '姓名', en: 'Name' },
  card: { zh: '借书证号', en: 'Card number' },
  class: { zh: '班级', en: 'Class' },
} as const;
const parts = ['name', 'card', 'class'] as const;

/**
 * In place of a column that says who: name, card and class; of one about classes alone: the class. Where several columns say
 * who, each head says of whom it is.
 */
export function namedColumns(columns: readonly Column[], language: Language): PrintedColumn[] {
  const several = columns.filter(({ type }) => isWho(type)).length > 1;
  return columns.flatMap(({ type, ...column }): PrintedColumn[] => {
    if (!isWho(type)) return [{ ...column, type }];
    if (type === 'class') return [{ ...column, key: keyOf(column.key, 'class'), type: 'text' }];
    return parts.map((part) => ({
      key: keyOf(column.key, part),
      title: several ? of[language](column.title, heads[part][language]) : heads[part][language],
      type: 'text',
    }));
  });
}

const of = {
  zh: (whom: string, head: string) => `${whom}${head}`,
  en: (whom: string, head: string) => `${whom}: ${head.toLowerCase()}`,
} as const;

const keyOf = (column: string, part: (typeof parts)[number]): string => `${column}.${part}`;
const whoKeys = (columns: readonly Column[]): string[] =>
  columns.flatMap(({ key, type }) => (isWho(type) ? [key] : []));

/** The ids of one kind that the rows are about, each once. */
export const idsIn = (rows: readonly Row[], columns: readonly Column[], kind: string): string[] => {
  const keys = whoKeys(columns);
  return [
    ...new Set(
      rows.flatMap((row) =>
        keys.flatMap((key) => {
          const who = row[key] as { readonly kind: string; readonly id: string | null } | null | undefined;
          return who?.kind === kind && typeof who.id === 'string' ? [who.id] : [];
        }),
      ),
    ),
  ];
};

/** The row with names in place of ids; nothing where the caller may not see who it is. */
export function namedRow(row: Row, columns: readonly Column[], { readers, classes }: KnownNames): Row {
  const named: Record<string, unknown> = { ...row };
  for (const key of whoKeys(columns)) {
    const who = row[key] as { readonly kind: string; readonly id: string } | null | undefined;
    const reader = who?.kind === 'reader' ? readers.get(who.id) : undefined;
    named[keyOf(key, 'name')] = reader?.name ?? null;
    named[keyOf(key, 'card')] = reader?.cardNumber ?? null;
    named[keyOf(key, 'class')] =
      reader?.className ?? (who?.kind === 'class' ? classes.get(who.id) : null) ?? null;
  }
  return named;
}

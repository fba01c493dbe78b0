import type { NoteKind, SortedAs } from '../../reading-notes/rules/reading-note.js';

export const REQUIRED_EVERY = ['week', 'month', 'term'] as const;
export type RequiredEvery = (typeof REQUIRED_EVERY)[number];

/** What notes a grade writes, and how many (ACT-020). */
export type NoteRequirement = {
  readonly grade: number;
  readonly kinds: readonly NoteKind[];
  readonly fewestCharacters: number;
  /** Excerpts and cards are sorted. */
  readonly sorted: boolean;
  /** The book is named. */
  readonly namesTitle: boolean;
  readonly every: RequiredEvery;
  readonly count: number;
};
export type NoteFault =
  | 'reading-note.kind-not-taken'
  | 'reading-note.too-short'
  | 'reading-note.not-sorted'
  | 'reading-note.no-title';

/** Characters that are written, without blanks. */
const lengthOf = (text: string): number => [...text.replaceAll(/\s/gu, '')].length;

/** All in which a note is not what is asked of the grade. */
export const noteFaults = (
  { kinds, fewestCharacters, sorted, namesTitle }: NoteRequirement,
  note: {
    readonly kind: NoteKind;
    readonly text: string;
    readonly sortedAs: SortedAs | null;
    readonly titleId: string | null;
  },
): NoteFault[] => {
  const isExcerpt = note.kind === 'excerpt' || note.kind === 'card';
  const faults: (NoteFault | false)[] = [
    !kinds.includes(note.kind) && 'reading-note.kind-not-taken',
    lengthOf(note.text) < fewestCharacters && 'reading-note.too-short',
    sorted && isExcerpt && note.sortedAs === null && 'reading-note.not-sorted',
    namesTitle && note.titleId === null && 'reading-note.no-title',
  ];
  return faults.filter((fault) => fault !== false);
};

/** What schools ask of their grades, as long as this one has said nothing: a suggestion that nobody is held to. */
export function suggestedFor(grade: number): NoteRequirement {
  const weekly = { grade, every: 'week', count: 1 } as const;
  if (grade <= 2)
    return { ...weekly, kinds: ['excerpt'], fewestCharacters: 2, sorted: false, namesTitle: false };
  if (grade <= 4)
    return {
      ...weekly,
      kinds: ['excerpt', 'card', 'reflection'],
      fewestCharacters: 20,
      sorted: true,
      namesTitle: false,
    };
  return {
    ...weekly,
    kinds: ['excerpt', 'card', 'note', 'reflection'],
    fewestCharacters: grade <= 6 ? 50 : 100,
    sorted: true,
    namesTitle: true,
  };
}

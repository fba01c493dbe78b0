import { EntitySchema } from 'typeorm';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import type { NoteRequirement } from './rules/note-requirement.js';

export type RequirementRow = NoteRequirement & {
  readonly schoolId: SchoolId;
  readonly setOn: CalendarDay;
  readonly setBy: string;
};

export const noteRequirementTable = new EntitySchema<RequirementRow>({
  name: 'note_requirement',
  columns: {
    schoolId: { type: 'uuid', name: 'school_id', primary: true },
    grade: { type: 'int', primary: true },
    kinds: { type: 'text', array: true },
    fewestCharacters: { type: 'int', name: 'fewest_characters' },
    sorted: { type: 'boolean' },
    namesTitle: { type: 'boolean', name: 'names_title' },
    every: { type: 'text' },
    count: { type: 'int' },
    setOn: { type: 'date', name: 'set_on' },
    setBy: { type: 'text', name: 'set_by' },
  },
});

export const REQUIREMENT = `select grade, kinds, fewest_characters as "fewestCharacters", sorted, names_title as "namesTitle", every,
    count from note_requirement`;

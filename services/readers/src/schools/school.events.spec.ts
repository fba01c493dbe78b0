import { describe, expect, it } from '@jest/globals';
import type { SchoolChangedV1, SchoolOpenedV1 } from '@shulian/contracts/readers';
import { golden } from '../golden-examples.builder.js';
import { changedSchool, tidied, type School } from './rules/school.js';
import { schoolChanged, schoolOpened } from './school.events.js';

describe('what is announced of a school', () => {
  const opened = golden<SchoolOpenedV1>('school.opened');
  const { schoolId: id, ...description } = opened.event.data;
  const school: School = { id, ...description, system: '6-3', version: 1, announced: 1 };

  it('is the golden example of opening and of changing', () => {
    expect(schoolOpened(school)).toEqual(opened.announcement);
    const changed = golden<SchoolChangedV1>('school.changed');
    expect(schoolChanged(changedSchool(school, { name: changed.event.data.name }))).toEqual(
      changed.announcement,
    );
  });

  it('is nothing when nothing changed', () => {
    expect(changedSchool(school, { name: school.name, kind: school.kind })).toBe(school);
    expect(tidied(' ＹＳ-01 ')).toBe('YS-01');
  });
});

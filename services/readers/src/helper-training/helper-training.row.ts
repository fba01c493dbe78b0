import { EntitySchema } from 'typeorm';
import type { HelperTraining, TrainingFocus } from './rules/helper-training.js';

export const helperTrainingTable = new EntitySchema<HelperTraining>({
  name: 'helper_training',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    schoolId: { type: 'uuid', name: 'school_id' },
    name: { type: 'text' },
    heldOn: { type: 'date', name: 'held_on' },
    minutes: { type: 'int' },
    place: { type: 'text', nullable: true },
    trainer: { type: 'text' },
    syllabus: { type: 'text', array: true },
    grades: { type: 'int', array: true },
    required: { type: 'boolean' },
    status: { type: 'text' },
    enteredOn: { type: 'date', name: 'entered_on' },
    enteredBy: { type: 'text', name: 'entered_by' },
  },
});

export const helperTrainingFocusTable = new EntitySchema<TrainingFocus>({
  name: 'helper_training_focus',
  columns: {
    termId: { type: 'uuid', primary: true, name: 'term_id' },
    schoolId: { type: 'uuid', name: 'school_id' },
    grades: { type: 'int', array: true },
    aim: { type: 'text', nullable: true },
    setOn: { type: 'date', name: 'set_on' },
    setBy: { type: 'text', name: 'set_by' },
  },
});

/** A training `g` with how many came and passed. */
export const TRAINING_VIEW = `select g.id, g.version, g.school_id as "schoolId", g.name, g.held_on::text as "heldOn", g.minutes,
    g.place, g.trainer, g.syllabus, g.grades, g.required, g.status, n.listed, n.present, n.passed
  from helper_training g cross join lateral (
    select count(*)::int as listed, count(*) filter (where a.present)::int as present,
      count(*) filter (where a.result = 'passed')::int as passed
    from helper_training_attendance a where a.training_id = g.id) n`;

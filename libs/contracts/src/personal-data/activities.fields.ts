import type { PersonalFields } from './personal-field.js';

/** What the tables of activities hold of persons: one line a table. */
// prettier-ignore
export const activitiesFields = {
  desk_request: ['operation', 'nobody', 'hours-24', 'caller:staff', 'answer:event'],
  file_chunk: ['staff-work', 'school', 'with-its-record', 'bytes:file'],
  job: ['operation', 'self', 'days-180', 'caller:staff'],
  job_chunk: ['operation', 'self', 'days-7', 'bytes:file'],
  known_reader: ['activities', 'class', 'while-a-reader', 'reader_id:reader'],
  library_introduction: ['staff-work', 'school', 'with-its-record', 'changed_by:staff'],
  library_notice: ['staff-work', 'school', 'with-its-record', 'words:words', 'written_by:staff', 'published_by:staff'],
  logbook_answered: ['staff-work', 'school', 'with-its-record', 'who:staff'],
  logbook_entry: ['activities', 'class', 'while-a-reader', 'written_by:staff', 'reader_id:reader', 'said:words', 'signed_by:staff', 'why:words'],
  logbook_file: ['staff-work', 'school', 'with-its-record', 'added_by:staff', 'name:words'],
  logbook_follow_up: ['staff-work', 'school', 'with-its-record', 'written_by:staff', 'words:words'],
  logbook_form: ['staff-work', 'school', 'with-its-record', 'made_by:staff'],
  logbook_of_school: ['staff-work', 'school', 'with-its-record', 'closed_by:staff'],
  outbox: ['operation', 'nobody', 'days-7', 'payload:event'],
  parked_event: ['operation', 'county', 'days-90', 'resolved_by:staff'],
  reading_note: ['activities', 'class', 'while-a-reader', 'reader_id:reader', 'text:words', 'accepted_by:staff'],
} as const satisfies PersonalFields;

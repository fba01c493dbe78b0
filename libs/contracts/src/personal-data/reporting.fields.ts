import type { PersonalFields } from './personal-field.js';

/** What the tables of reporting hold of persons: one line a table. */
// prettier-ignore
export const reportingFields = {
  asset_export_step: ['staff-work', 'school', 'with-its-record', 'by:staff', 'note:words'],
  asset_profile: ['staff-work', 'school', 'with-its-record', 'put_by:staff'],
  borrower_year: ['statistics', 'nobody', 'until-erased', 'reader_id:reader'],
  desk_request: ['operation', 'nobody', 'hours-24', 'caller:staff', 'answer:event'],
  entered_year: ['staff-work', 'school', 'with-its-record', 'entered_by:staff'],
  file_chunk: ['staff-work', 'school', 'with-its-record', 'bytes:file'],
  former_reader: ['statistics', 'nobody', 'until-erased', 'reader_id:reader'],
  job: ['operation', 'self', 'days-180', 'caller:staff'],
  job_chunk: ['operation', 'self', 'days-7', 'bytes:file'],
  known_loan: ['statistics', 'nobody', 'until-erased', 'reader_id:reader'],
  known_reader: ['statistics', 'nobody', 'until-erased', 'reader_id:reader'],
  known_visit: ['statistics', 'nobody', 'until-erased', 'reader_id:reader'],
  library_standard: ['staff-work', 'school', 'with-its-record', 'written_by:staff'],
  operator_entry: ['accountability', 'school', 'years-3', 'by_id:staff', 'by_name:name'],
  outbox: ['operation', 'nobody', 'days-7', 'payload:event'],
  parked_event: ['operation', 'county', 'days-90', 'resolved_by:staff'],
} as const satisfies PersonalFields;

import type { PersonalFields } from './personal-field.js';

/** What the tables of gateway hold of persons: one line a table. */
// prettier-ignore
export const gatewayFields = {
  desk_request: ['operation', 'nobody', 'hours-24', 'caller:staff', 'answer:event'],
  event_feed: ['operation', 'school', 'days-7', 'event:event'],
  operator_entry: ['accountability', 'school', 'years-3', 'by_id:staff', 'by_name:name'],
  outbox: ['operation', 'nobody', 'days-7', 'payload:event'],
  parked_event: ['operation', 'county', 'days-90', 'resolved_by:staff'],
} as const satisfies PersonalFields;

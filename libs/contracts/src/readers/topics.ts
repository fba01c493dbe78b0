import type { Topic } from '../envelope/topic.js';

export const readersSchool: Topic = {
  name: 'shulian.readers.school',
  partitions: 1,
  keyedBy: 'school id',
};
export const readersCalendar: Topic = {
  name: 'shulian.readers.calendar',
  partitions: 1,
  keyedBy: 'school id',
};
export const readersClass: Topic = {
  name: 'shulian.readers.class',
  partitions: 8,
  keyedBy: 'class id',
};
/** Readers and their cards: a card's order matters only within its reader. */
export const readersReader: Topic = {
  name: 'shulian.readers.reader',
  partitions: 8,
  keyedBy: 'reader id',
};
export const readersLibraryStaff: Topic = {
  name: 'shulian.readers.library-staff',
  partitions: 1,
  keyedBy: 'staff member id',
};

/** Whether the helper `h`, who is the reader `r`, is in office on a day: still a pupil of the class, too. */
export const inOfficeOn = (day: string): string =>
  `(h.status = 'appointed' and ${day} between h.starts_on and h.ends_on and r.class_id = h.class_id and r.left_on is null)`;

/** Whether the helper `h` has passed a training that is required before the first duty (RDR-026). */
export const IS_TRAINED = `exists (select from helper_training_attendance a join helper_training g on g.id = a.training_id
    where a.reader_id = h.reader_id and a.result = 'passed' and g.school_id = h.school_id and g.required and g.status = 'held')`;

/** All that events have told: thrown away and made again by a rebuild. */
export const projections = [
  'known_school',
  'former_school',
  'known_term',
  'known_class',
  'former_class',
  'known_reader',
  'former_reader',
  'known_copy',
  'former_copy',
  'lost_copy',
  'known_loan',
  'lending_sum',
  'class_sum',
  'borrower_year',
  'reader_sum',
  'stock_sum',
] as const;

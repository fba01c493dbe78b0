/** Sets of roles that many operations share, each with how far it reaches. */
export const county = { 'county-admin': 'county' } as const;
export const librarian = { librarian: 'school' } as const;
export const school = { 'school-head': 'school', ...librarian } as const;
export const everyone = {
  'county-admin': 'county',
  'county-viewer': 'county',
  'school-head': 'county',
  librarian: 'county',
  teacher: 'county',
  'class-helper': 'county',
  reader: 'county',
  device: 'county',
} as const;
/** Who works at a desk. */
export const desk = {
  librarian: 'school',
  teacher: 'class',
  'class-helper': 'class',
  device: 'school',
} as const;
/** Who sees what a reader has borrowed and owes. */
export const borrowing = {
  ...school,
  teacher: 'class',
  'class-helper': 'class',
  reader: 'self',
} as const;
/** Who sees figures of a school, which tell of nobody. */
export const figures = {
  'county-admin': 'county',
  'county-viewer': 'county',
  'school-head': 'school',
  librarian: 'school',
  teacher: 'school',
} as const;

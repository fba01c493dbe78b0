/** Who answers for a page of the books. */
export const SIGNATURES = [
  { zh: '经手人', en: 'Kept by' },
  { zh: '馆长', en: 'Librarian' },
  { zh: '校长', en: 'Head' },
] as const;

/** What is done about a loan that has been out for too long: on the next sheets, in order (a teacher's desk copy), or lost. */
export const REVIEWS = ['to-dun', 'may-keep', 'to-declare-lost'] as const;
export type Review = (typeof REVIEWS)[number];

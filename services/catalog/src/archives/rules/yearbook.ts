/** In the order in which a yearbook comes about. */
export const YEARBOOK_STATES = ['collecting', 'edited', 'printed', 'bound'] as const;
export type YearbookState = (typeof YEARBOOK_STATES)[number];

export const stateFollowing = (state: YearbookState): YearbookState | null =>
  YEARBOOK_STATES[YEARBOOK_STATES.indexOf(state) + 1] ?? null;
export const stateBefore = (state: YearbookState): YearbookState | null =>
  YEARBOOK_STATES[YEARBOOK_STATES.indexOf(state) - 1] ?? null;

/** The archive keeps one at least. */
export const mayGo = (copies: number, issued: number, asked: number): boolean => copies - issued - asked >= 1;

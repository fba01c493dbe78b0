import type { Samples } from '../samples/samples.js';

export type Who =
  'admin' | 'county-viewer' | 'school-head' | 'librarian' | 'teacher' | 'class-helper' | 'reader';

/** What somebody asks of the county: the same question with other values each time. */
export type Question = {
  /** Operation id of the OpenAPI document. */
  readonly operation: string;
  readonly what: string;
  readonly who: Who;
  /** Milliseconds at p95, warm. */
  readonly within: number;
  readonly path: (pick: Pick) => string;
  readonly body?: (pick: Pick) => object;
};

/** A value of that kind; the school whose people ask. */
export type Pick = {
  readonly one: (kind: keyof Samples) => string;
  readonly schoolId: string;
};

/** Milliseconds for a list or something looked up, for what is counted of all titles, and for sums of a school or a term. */
export const LOOK_UP = 50;
export const FACETS = 100;
export const REPORT = 500;

export const question = (
  operation: string,
  what: string,
  who: Who,
  path: Question['path'],
  within = LOOK_UP,
): Question => ({ operation, what, who, within, path });

export const text = encodeURIComponent;

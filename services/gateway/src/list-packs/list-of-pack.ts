import type { Words } from '@shulian/service-kit';
import type { ServiceName } from '../front-door/routing-table.js';

/** A list of a pack: its letter, what it is called, which service keeps it, and where it is asked for. */
export type ListOfPack = {
  readonly letter: string;
  readonly title: Words;
  readonly service: ServiceName;
  /** Path and query without the format. */
  readonly path: string;
  /** It has no format: it comes as data. */
  readonly unprinted?: boolean;
  /** It is one thing, and no list with pages. */
  readonly alone?: boolean;
};

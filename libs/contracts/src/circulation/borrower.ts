import { Type, type Static } from '@sinclair/typebox';
import { ReaderId, SchoolClassId } from '../ids.js';

/** Who has a copy: a reader, or a class as a whole. */
export const Borrower = Type.Union([
  Type.Object({ kind: Type.Literal('reader'), id: ReaderId }),
  Type.Object({ kind: Type.Literal('class'), id: SchoolClassId }),
]);
export type Borrower = Static<typeof Borrower>;

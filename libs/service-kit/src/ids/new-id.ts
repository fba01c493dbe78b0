import { v7 as uuidv7 } from 'uuid';

/** A new UUIDv7: ids made one after the other sort in that order. Real time, whatever the set clock says. */
export const newId = <Id extends string>(): Id => uuidv7() as Id;

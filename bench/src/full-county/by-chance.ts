import { TODAY } from './school-days.js';

/** What the statements that fill a county ask: chance that is the same in every run, ids of a moment, today. */
export const byChance = (seed: number): string => `
  drop schema if exists bench cascade;
  create schema bench;
  create function bench.chance(kind int, n bigint) returns bigint language sql immutable parallel safe
    return hashint8extended(n, ${seed} * 1000::bigint + kind) & 9007199254740991;
  create function bench.id(ms bigint, kind int, n bigint) returns uuid language sql immutable parallel safe
    return (lpad(to_hex(ms), 12, '0') || '7' || lpad(to_hex(bench.chance(kind + 100, n) & 4095), 3, '0') || '8' ||
      lpad(to_hex(hashint8extended(n, ${seed} * 1000::bigint + kind + 200) & 1152921504606846975), 15, '0'))::uuid;
  create function bench.today() returns date language sql immutable parallel safe return date '${TODAY}';`;

import Sequencer from '@jest/test-sequencer';

/** As docs/testing.md names the tiers, the dearest first. */
const TIERS = ['journeys', 'int', 'unit'];

/**
 * What failed last time comes first, as ever. Then the tiers by what a suite of theirs costs, and within a tier Jest's own
 * order: by the time of the last run where there was one, else by size. A journey that begins last would be waited for
 * while every other core has nothing left to do, and a fresh checkout knows no times: by size alone, journeys come last.
 */
class DearestFirst extends Sequencer {
  sort(tests) {
    const rankOf = (test) =>
      this.hasFailed(test) ? -1 : TIERS.indexOf(test.context.config.displayName?.name);
    return super.sort(tests).toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}

// Jest takes the default export of this file; everything else in the house is exported by name.
export { DearestFirst as default };

import { describe, expect, it } from '@jest/globals';
import { generated, tourFiles } from './tour-files.js';

describe('the files of the tour', () => {
  it('are what our own generator writes', () => {
    expect(tourFiles.catalogue.read().equals(generated.catalogue())).toBe(true);
    expect(tourFiles.roster.read().equals(generated.roster())).toBe(true);
  });
});

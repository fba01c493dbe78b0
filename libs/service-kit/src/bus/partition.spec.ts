import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import kafkajs from 'kafkajs';
import { partitionOf } from './partition.js';

describe('the partition of a key', () => {
  it('is the one kafkajs and the Java client choose', () => {
    const choose = kafkajs.Partitioners.DefaultPartitioner();
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 64 }), (key, partitions) => {
        const partitionMetadata = Array.from({ length: partitions }, (_, partitionId) => ({
          partitionErrorCode: 0,
          partitionId,
          leader: 1,
          replicas: [1],
          isr: [1],
        }));
        const chosen = choose({ topic: 't', partitionMetadata, message: { key, value: '' } });
        expect(partitionOf(key, partitions)).toBe(chosen);
      }),
    );
  });
});

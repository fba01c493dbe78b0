import { describe, expect, it } from '@jest/globals';
import { committeeRefusals, type CommitteeFacts } from './committee.js';

const facts = (but: Partial<CommitteeFacts> = {}): CommitteeFacts => ({
  quorum: 3, yes: 2, no: 1, abstain: 0, teachers: 1, pupils: 1, ...but,
}); // prettier-ignore
const codes = (but?: Partial<CommitteeFacts>): string[] =>
  committeeRefusals(facts(but)).map(({ code }) => code);

describe('the committee', () => {
  it('has spoken with its quorum, a teacher and a pupil', () => {
    expect(codes()).toEqual([]);
    expect(codes({ no: 0 })).toEqual(['order.committee-quorum']);
    expect(codes({ no: 0, abstain: 1 })).toEqual([]);
    expect(codes({ abstain: 1 })).toEqual([]);
    expect(codes({ teachers: 0, pupils: 0 })).toEqual([
      'order.committee-teacher-missing',
      'order.committee-pupil-missing',
    ]);
  });

  it('passes a list with more for it than against it', () => {
    expect(codes({ yes: 2, no: 2 })).toEqual(['order.committee-said-no']);
    expect(codes({ yes: 3, no: 2 })).toEqual([]);
    expect(codes({ yes: 0, no: 0, abstain: 3 })).toEqual(['order.committee-said-no']);
  });

  it('is not waited for where the school does not say so', () => {
    expect(committeeRefusals(null)).toEqual([]);
  });
});

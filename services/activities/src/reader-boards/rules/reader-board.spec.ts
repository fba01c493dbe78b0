import { describe, expect, it } from '@jest/globals';
import type { SchoolId } from '@shulian/contracts/ids';
import { mayBecome, missingRetrieval, seesBoard, type PostStatus } from './reader-board.js';

const school = 's' as SchoolId;
const visitor = (ofSchool: boolean, ...classIds: string[]) => ({ schoolId: 's', ofSchool, classIds });

describe('a board', () => {
  it.each([
    [null, visitor(false), true],
    ['a', visitor(false), false],
    ['a', visitor(false, 'a'), true],
    ['a', visitor(false, 'b'), false],
    ['a', visitor(true), true],
    [null, { ...visitor(true), schoolId: 'other' }, false],
  ])('of class %p is seen by %p: %p', (classId, who, seen) =>
    expect(seesBoard({ schoolId: school, classId }, who)).toBe(seen),
  );
  it.each<[PostStatus, 'shown' | 'removed', boolean]>([
    ['waiting', 'shown', true],
    ['waiting', 'removed', true],
    ['shown', 'removed', true],
    ['shown', 'shown', false],
    ['removed', 'shown', false],
    ['removed', 'removed', false],
  ])('has a post that is %s become %s: %p', (status, next, may) => expect(mayBecome(status, next)).toBe(may));
  it('that trains to look things up asks for question, words and what was found', () => {
    expect(missingRetrieval({ sought: null, searchTerms: null, foundTitleIds: [] })).toHaveLength(3);
    expect(missingRetrieval({ sought: '恐龙', searchTerms: '恐龙 化石', foundTitleIds: ['t'] })).toEqual([]);
  });
});

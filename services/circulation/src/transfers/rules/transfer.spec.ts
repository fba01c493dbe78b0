import { describe, expect, it } from '@jest/globals';
import type { SchoolId } from '@shulian/contracts/ids';
import { waitsToBeSent, whichOnTheWay, type TransferState } from './transfer.js';

const way = (owner: string, from: string, to: string, status: TransferState = 'packed') => ({
  owningSchoolId: owner as SchoolId,
  fromSchoolId: from as SchoolId,
  toSchoolId: to as SchoolId,
  status,
});
const here = 'here' as SchoolId;

describe('which copy on its way a barcode means', () => {
  it('is the one sent here, then the own one, then any that is not to be sent from here', () => {
    const [sent, own, stranger] = [way('A', 'A', 'here'), way('here', 'here', 'B'), way('A', 'A', 'B')];
    const waiting = way('here', 'here', 'B', 'requested');
    expect(whichOnTheWay([stranger, own, sent, waiting], here)).toBe(sent);
    expect(whichOnTheWay([stranger, own, waiting], here)).toBe(own);
    expect(whichOnTheWay([stranger, waiting], here)).toBe(stranger);
    expect(whichOnTheWay([waiting], here)).toBe(waiting);
    expect(whichOnTheWay([], here)).toBeNull();
    expect(whichOnTheWay([sent, way('C', 'C', 'here')], here)).toBe('ambiguous');
  });
  it('lies where it is to be sent from until it is packed', () => {
    expect(waitsToBeSent(way('here', 'here', 'B', 'requested'), here)).toBe(true);
    expect(waitsToBeSent(way('here', 'here', 'B'), here)).toBe(false);
    expect(waitsToBeSent(way('A', 'A', 'here', 'requested'), here)).toBe(false);
  });
});

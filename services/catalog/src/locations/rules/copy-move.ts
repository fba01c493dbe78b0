import type { CopyId, LocationId } from '@shulian/contracts/ids';
import type { Location } from './location.js';

/** Copies that one move carries at most. */
export const MOST_MOVED = 1_000;

/** A copy somebody wants to move. */
export type ChosenCopy = {
  readonly id: CopyId;
  readonly locationId: LocationId | null;
  readonly withdrawn: boolean;
};

/** A place on the way up from the goal, whose capacity is said: what stands in it now, chosen copies among them. */
export type Room = {
  readonly id: LocationId;
  readonly path: string;
  readonly capacity: number;
  readonly volumes: number;
  readonly chosen: number;
};

export type MoveFacts = {
  /** Null: the copies are to stand nowhere. */
  readonly to: Location | null;
  readonly copies: readonly ChosenCopy[];
  /** More are chosen than a move carries. */
  readonly tooMany: boolean;
  readonly unknownBarcodes: readonly string[];
  readonly rooms: readonly Room[];
  /** Whoever moves has seen that it is full and does it all the same. */
  readonly evenIfFull: boolean;
};

export type MoveRefusal =
  | { readonly code: 'location.closed' }
  | { readonly code: 'move.too-many'; readonly most: number }
  | { readonly code: 'move.unknown-barcodes'; readonly barcodes: number }
  | { readonly code: 'move.withdrawn-copies'; readonly copies: number }
  | { readonly code: 'move.no-copies' }
  | OverCapacity;
export type OverCapacity = {
  readonly code: 'location.over-capacity';
  readonly locationId: LocationId;
  readonly path: string;
  readonly capacity: number;
  readonly volumes: number;
};

export type PlannedMove = {
  readonly moving: readonly ChosenCopy[];
  readonly refusals: readonly MoveRefusal[];
};

/** What a move would do, and every reason against it: a preview shows this, a commit does it when there is no reason. */
export const plannedMove = (facts: MoveFacts): PlannedMove => {
  const goal = facts.to?.id ?? null;
  const moving = facts.copies.filter(({ locationId, withdrawn }) => !withdrawn && locationId !== goal);
  const withdrawn = facts.copies.filter((copy) => copy.withdrawn).length;
  return {
    moving,
    refusals: [
      ...(facts.to?.closed === true ? [{ code: 'location.closed' as const }] : []),
      ...(facts.tooMany ? [{ code: 'move.too-many' as const, most: MOST_MOVED }] : []),
      ...(facts.unknownBarcodes.length > 0
        ? [{ code: 'move.unknown-barcodes' as const, barcodes: facts.unknownBarcodes.length }]
        : []),
      ...(withdrawn > 0 ? [{ code: 'move.withdrawn-copies' as const, copies: withdrawn }] : []),
      ...(moving.length === 0 ? [{ code: 'move.no-copies' as const }] : []),
      ...(facts.evenIfFull ? [] : facts.rooms.flatMap((room) => overCapacity(room, moving.length))),
    ],
  };
};

/** Copies that stand in the room already take no more of it. */
export const overCapacity = (room: Room, moving: number): OverCapacity[] => {
  const volumes = room.volumes + moving - room.chosen;
  return volumes <= room.capacity
    ? []
    : [
        {
          code: 'location.over-capacity',
          locationId: room.id,
          path: room.path,
          capacity: room.capacity,
          volumes,
        },
      ];
};

export type UndoFacts = {
  readonly undone: boolean;
  /** Number of the school's newest move that stands. */
  readonly isLast: boolean;
  /** Copies that do not stand where the move put them any more, or were withdrawn. */
  readonly movedOn: number;
  /** Places that copies came from and that are closed by now. */
  readonly closedOrigins: number;
};
export type UndoRefusal =
  | { readonly code: 'move.already-undone' }
  | { readonly code: 'move.not-last' }
  | { readonly code: 'move.built-upon'; readonly copies: number }
  | { readonly code: 'move.origin-closed'; readonly locations: number };

/** Only the last move is taken back, and only while nothing was built on it. */
export const undoRefusals = ({ undone, isLast, movedOn, closedOrigins }: UndoFacts): UndoRefusal[] => {
  if (undone) return [{ code: 'move.already-undone' }];
  return [
    ...(isLast ? [] : [{ code: 'move.not-last' as const }]),
    ...(movedOn > 0 ? [{ code: 'move.built-upon' as const, copies: movedOn }] : []),
    ...(closedOrigins > 0 ? [{ code: 'move.origin-closed' as const, locations: closedOrigins }] : []),
  ];
};

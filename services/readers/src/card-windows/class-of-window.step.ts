import type { CalendarDay, SchoolClassId } from '@shulian/contracts/ids';
import { conflict, unknownReference, unknownThing, type Caller, type Tx } from '@shulian/service-kit';
import { classNamed } from '../classes-in-reach.step.js';
import { CardWindowsRepository, type ClassOfWindow } from './card-windows.repository.js';
import { stateOn, type CardWindow } from './rules/card-window.js';

/** The window, for who works at its school. @throws Problem 404 out of reach, 409 `card-window.cancelled` */
export async function windowInReach(
  tx: Tx,
  caller: Caller,
  id: string,
  today: CalendarDay,
): Promise<CardWindow> {
  const window = await tx.use(CardWindowsRepository).byId(id);
  if (window === null || !caller.mayWorkAt(window.schoolId)) throw unknownThing();
  if (stateOn(window, today) === 'cancelled') throw conflict('card-window.cancelled');
  return window;
}

/** A class in a window, locked. @throws Problem 422 for a class out of reach, 409 `card-window.other-class` */
export async function lockedClassOf(
  tx: Tx,
  caller: Caller,
  window: CardWindow,
  classId: string,
): Promise<ClassOfWindow & { readonly classId: SchoolClassId }> {
  const { id } = await classNamed(tx, caller, window.schoolId, classId);
  const windows = tx.use(CardWindowsRepository);
  if (!(await windows.isClassOf(window.id, id))) throw conflict('card-window.other-class');
  return { ...(await windows.lockedClass(window.id, id)), classId: id };
}

/** @throws Problem 409 `card-window.not-open` */
export function refuseUnlessOpen(window: CardWindow, today: CalendarDay): void {
  if (stateOn(window, today) !== 'open') throw conflict('card-window.not-open');
}

/** The window that is named in a body. @throws Problem 422 */
export async function windowNamed(tx: Tx, caller: Caller, id: string): Promise<CardWindow> {
  const window = await tx.use(CardWindowsRepository).byId(id);
  if (window === null || !caller.mayWorkAt(window.schoolId)) throw unknownReference('/windowId');
  return window;
}

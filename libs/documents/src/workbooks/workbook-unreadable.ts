/** Why a workbook is not read: it is none, it is broken, or reading it would fill the memory. */
export class WorkbookUnreadable extends Error {
  constructor(readonly why: 'damaged' | 'too-large') {
    super(`the workbook is ${why}`);
  }
}

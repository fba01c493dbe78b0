/** Without control characters: nobody scans or writes them, and they spoil a log or a label. */
export const PRINTABLE = /^\P{Cc}*$/u;

/** A textbook `b`, as it is shown. */
export const textbookColumns = `b.id, b.school_id as "schoolId", b.kind, b.name, b.subject, b.publisher, b.isbn,
  b.price_fen as "priceFen", b.status, b.version`;

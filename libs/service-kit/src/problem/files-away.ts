/** The store of files did not do what was asked: it is away, slow, full, or refuses us. At the door 503 `service.away`. */
export class FilesAway extends Error {
  override readonly name = 'FilesAway';
}

/** Thrown by a work that saw `shouldStop`, or whose lease was lost: the job goes on later, from its checkpoint. */
export class JobInterrupted extends Error {
  override readonly name = 'JobInterrupted';
}

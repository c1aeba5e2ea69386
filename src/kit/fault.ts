/**
 * Something that should not happen did. The message is for the log and says what was being done to what;
 * people read an apology instead. What can be expected to happen is a value, never a Fault.
 */
export class Fault extends Error {
  override readonly name = 'Fault'
  readonly kind: FaultKind
  constructor(kind: FaultKind, message: string, cause?: unknown) {
    super(message, { cause })
    this.kind = kind
  }
}

/** `settings`: started with wrong settings · `knowledge`: the knowledge files have faults · `store`: the database refuses · `people`: who is who cannot be read. */
export type FaultKind = 'settings' | 'knowledge' | 'store' | 'people'

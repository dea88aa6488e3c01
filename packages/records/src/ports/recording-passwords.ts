/** Passwords of encrypted recordings. A recorder has one for its author, so each is asked for once. */
export interface RecordingPasswords {
  /** All that are known for the author, the newest first. */
  of(authorId: string): Promise<readonly string[]>
  /** The same one again changes nothing. */
  remember(authorId: string, password: string, addedBy: string): Promise<void>
}

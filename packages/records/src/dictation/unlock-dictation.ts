import type { User } from '../people/user.ts'
import type { DictationStore } from '../ports/dictation-store.ts'
import type { RecordingPasswords } from '../ports/recording-passwords.ts'
import { type Refusal, refuse } from '../refusal.ts'

/**
 * Takes the password of an encrypted recording, remembers it for the author, and puts everything of
 * this author that waits for a password back in the queue.
 */
export function createUnlockDictation(needs: {
  readonly dictations: Pick<DictationStore, 'find' | 'waitingForPassword' | 'retry'>
  readonly passwords: RecordingPasswords
  /** Whether the password is the recording's. */
  readonly opens: (sha256: string, password: string) => Promise<boolean>
  readonly now: () => Date
}) {
  return async function unlockDictation(
    dictationId: string,
    password: string,
    user: User,
  ): Promise<Refusal | { readonly unlocked: readonly string[] }> {
    const { dictations, passwords } = needs
    const dictation = await dictations.find(dictationId)
    if (!dictation) return refuse('dictation-not-found')
    if (dictation.state.status !== 'needs-password') return refuse('dictation-not-waiting')
    if (!(await needs.opens(dictation.sha256, password))) return refuse('wrong-recording-password')

    await passwords.remember(dictation.authorId, password, user.id)
    const unlocked: string[] = []
    for (const id of await dictations.waitingForPassword(dictation.authorId)) {
      const event = {
        kind: 'recording-unlocked',
        dictationId: id,
        actor: user.id,
        at: needs.now(),
      } as const
      if (await dictations.retry(id, event)) unlocked.push(id)
    }
    return { unlocked }
  }
}

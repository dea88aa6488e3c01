import { randomInt } from 'node:crypto'
import { chown, constants, copyFile, mkdtemp, rm, symlink } from 'node:fs/promises'
import { join, resolve } from 'node:path'

/** The name of the recording in its folder, whatever its sender called it. */
export const recordingName = 'recording'

/** Users that belong to nobody: systemd gives them to services while they run (DynamicUser). */
const passingUsers = { first: 61_184, last: 65_519 }

export type PrivateFolder = { readonly path: string; readonly userId: number }

/**
 * A folder with nothing but one recording in it, removed afterwards. For a user of its own the recording
 * is copied, because the original must not become readable to anybody else.
 */
export async function withPrivateFolder<T>(
  {
    inputPath,
    tempDir,
    forOwnUser,
  }: {
    readonly inputPath: string
    readonly tempDir: string
    readonly forOwnUser: boolean
  },
  work: (folder: PrivateFolder) => Promise<T>,
): Promise<T> {
  const path = await mkdtemp(join(tempDir, 'plume-ffmpeg-'))
  try {
    const recording = join(path, recordingName)
    const userId = randomInt(passingUsers.first, passingUsers.last + 1)
    if (forOwnUser) {
      await copyFile(inputPath, recording, constants.COPYFILE_FICLONE)
      await chown(recording, userId, userId)
      await chown(path, userId, userId)
    } else {
      await symlink(resolve(inputPath), recording)
    }
    return await work({ path, userId })
  } finally {
    await rm(path, { recursive: true, force: true })
  }
}

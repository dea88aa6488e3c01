import { mkdir, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type WatchEvent, watchFolder } from '@plume/audio'
import type { Command, Given } from '../command.ts'
import { storage, withDatabase } from '../join-database.ts'
import { receiveWatched } from '../receive-watched.ts'
import { Refused, refuseFile, WrongUsage } from '../refused.ts'

const defaultSettleSeconds = 60

export const watch: Command = {
  positionals: ['DIR'],
  options: {
    user: { type: 'string', value: 'LOGIN', required: true, help: 'who sends them: a secretary' },
    settle: {
      type: 'string',
      value: 'SECONDS',
      help: `how long a file must not have changed (default: ${defaultSettleSeconds})`,
    },
    once: { type: 'boolean', help: 'take what is there, then end' },
    done: { type: 'string', value: 'DIR', help: 'where taken files go (default: DIR/done)' },
    rejected: { type: 'string', value: 'DIR', help: 'and the others (default: DIR/rejected)' },
  },
  details: [
    'What author, template and patient they belong to, plume-folder.json in the folder says, or a',
    'file beside each: docs/operations/watch-folder.md.',
  ],
  run: async ({ positionals: [given = ''], values }, terminal) => {
    const settleMs = settleMsIn(values)
    const directory = resolve(given)
    await requireFolder(directory)
    const done = resolve(text(values.done) ?? `${directory}/done`)
    const rejected = resolve(text(values.rejected) ?? `${directory}/rejected`)
    await Promise.all([done, rejected].map((path) => mkdir(path, { recursive: true })))

    const { config, stdout, stderr } = terminal
    const signal = terminal.interruption()
    const say = (line: string) => void stderr.write(`${line}\n`)
    const { createAccounts } = await storage()
    const summary = await withDatabase(config, say, async (database) => {
      const login = text(values.user) ?? ''
      const user = await createAccounts(database).findByLogin(login)
      if (!user || user.role === 'administrator') {
        throw new Refused('unknown-user', `${login} may not send recordings`, 'Name a secretary.')
      }
      return watchFolder({
        directory,
        done,
        rejected,
        settleMs,
        once: values.once === true,
        receive: await receiveWatched({ database, config, user, signal }),
        // Names of files may be names of patients: they are shown to people, not written to a log.
        tell: (event) => void stdout.write(`${lineFor(event, stdout.isTTY === true)}\n`),
        signal,
      })
    })
    signal.throwIfAborted()
    if (summary.rejected + summary.left > 0) {
      throw new Refused(
        'recordings-not-taken',
        `${summary.accepted} taken, ${summary.rejected} rejected, ${summary.left} left`,
        `The reasons lie beside them in ${rejected}.`,
      )
    }
  },
}

function lineFor(event: WatchEvent, withNames: boolean): string {
  switch (event.kind) {
    case 'accepted':
      return `${event.isNew ? 'taken' : 'known already'} ${event.id}${name(event.path, withNames)}`
    case 'rejected':
      return `rejected ${event.code}${name(event.path, withNames)}`
    case 'left':
      return `left ${event.why}${name(event.path, withNames)}`
    case 'trouble':
      return `trouble ${event.code}: tried again`
  }
}

const name = (path: string, shown: boolean) => (shown ? ` ${path.replace(/\p{Cc}/gu, '?')}` : '')

const text = (value: Given['values'][string]) => (typeof value === 'string' ? value : undefined)

function settleMsIn(values: Given['values']): number {
  const seconds = Number(values.settle ?? defaultSettleSeconds)
  if (Number.isFinite(seconds) && seconds >= 0 && values.settle !== '') return seconds * 1000
  throw new WrongUsage('--settle is a number of seconds')
}

async function requireFolder(path: string): Promise<void> {
  const found = await stat(path).catch((error: unknown) => {
    throw refuseFile(path, error)
  })
  if (!found.isDirectory()) {
    throw new Refused('not-a-folder', `${path} is no folder`, 'Name the folder to watch.')
  }
}

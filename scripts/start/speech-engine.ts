import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { findSpeechEngines } from '@plume/speech'
import { say } from './say.ts'

const packages = ['pocketsphinx', 'pocketsphinx-en-us']
const install = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`

/** Looks for a speech engine; may install the demonstration engine. False when there is none in the end. */
export async function ensureSpeechEngine(maySystemPackages: boolean): Promise<boolean> {
  if (await announceEngine()) return true
  if (maySystemPackages && existsSync('/usr/bin/apt-get')) {
    say('No speech engine is here. Installing the demonstration engine from Debian:')
    say(`  ${install}`)
    say('  (PLUME_NO_SYSTEM_PACKAGES=1 refuses this)')
    if ((await installs()) && (await announceEngine())) return true
    say('That did not work.')
  }
  say('Without a speech engine dictations are kept and wait in the worklist.')
  say('To give Plume one, as root on Debian or Ubuntu:')
  say(`  ${install}`)
  say('The worker finds it by itself within half a minute.')
  return false
}

async function announceEngine(): Promise<boolean> {
  const [engine] = await findSpeechEngines({})
  if (!engine) return false
  const { identity } = engine
  const use = identity.demonstrationOnly ? ', a demonstration engine: not for clinical use' : ''
  say(`Speech engine: ${identity.engine} (${identity.model})${use}.`)
  return true
}

async function installs(): Promise<boolean> {
  const updated = await aptGet('update', '-q')
  return updated && (await aptGet('install', '-q', '-y', '--no-install-recommends', ...packages))
}

async function aptGet(...args: readonly string[]): Promise<boolean> {
  const child = spawn('apt-get', [...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-2000)
    })
  }
  const [code] = await once(child, 'close')
  if (code === 0) return true
  for (const line of output.trimEnd().split('\n').slice(-5)) say(`  ${line}`)
  return false
}

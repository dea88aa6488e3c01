import { copyFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runTool, toolMissing } from '../run-tool.ts'
import { findWhisperCli } from '../whisper-cpp/find-whisper-cli.ts'
import { programOfWhisperNode } from '../whisper-node/program.ts'
import { type AddOn, type AddOnName, addOnOf } from './add-on-table.ts'

/**
 * Fetches an add-on with exactly the packages of its lock file, none of whose install scripts run, and puts it into
 * `enginesDir` when it is whole. One that is there is replaced. Gives its folder.
 *
 * Throws `engine-unavailable` with what is missing: npm, the registry, or the program that whisper-node runs.
 */
export async function installAddOn(request: {
  readonly name: AddOnName
  readonly enginesDir: string
  readonly environment: NodeJS.ProcessEnv
  readonly whisper: Parameters<typeof findWhisperCli>[0]
  readonly signal?: AbortSignal
}): Promise<string> {
  const { name, enginesDir, whisper } = request
  const addOn = addOnOf(name)
  const program = name === 'whisper-node' ? await requireWhisperCli(whisper) : null
  await mkdir(enginesDir, { recursive: true })
  const staged = await mkdtemp(join(enginesDir, '.adding-'))
  try {
    await fetchPackages(addOn, { ...request, cwd: staged })
    if (program) await copyFile(program, programOfWhisperNode(staged))
    const place = join(enginesDir, name)
    await rm(place, { recursive: true, force: true })
    await rename(staged, place)
    return place
  } finally {
    await rm(staged, { recursive: true, force: true })
  }
}

/** Its own sources of whisper.cpp are of 2023, and are compiled when it is imported: this comes before. */
async function requireWhisperCli(place: Parameters<typeof findWhisperCli>[0]): Promise<string> {
  const found = await findWhisperCli(place)
  if (found !== null) return found
  throw toolMissing('whisper-node runs whisper-cli, which comes first: plume engines build whisper')
}

async function fetchPackages(
  addOn: AddOn,
  run: {
    readonly cwd: string
    readonly environment: NodeJS.ProcessEnv
    readonly signal?: AbortSignal
  },
): Promise<void> {
  const dependencies = { [addOn.package]: addOn.version }
  await writeFile(join(run.cwd, 'package.json'), JSON.stringify({ private: true, dependencies }))
  await writeFile(join(run.cwd, 'package-lock.json'), await readFile(addOn.lockFile))
  const quietly = ['--no-audit', '--no-fund', '--loglevel=error', '--logs-max=0']
  await runTool('npm', ['ci', '--ignore-scripts', ...quietly], { ...run, explain: explainNpm })
}

/** npm's own codes where no registry answers. */
const unreachable =
  /^npm error code (ENOTFOUND|EAI_AGAIN|ECONN\w+|ENETUNREACH|ETIMEDOUT|ERR_SOCKET_\w+)$/

function explainNpm(complaints: readonly string[]): string | null {
  if (complaints.some((line) => unreachable.test(line))) {
    return 'the npm registry cannot be reached. Add it on a machine with a network and the same system and processor, and copy its folder'
  }
  return complaints.find((line) => line.startsWith('npm error ')) ?? null
}
